import { list } from "./lists.js";
import type { Kind } from "./kind.js";

/** A file that the user chose in the browser, with what is in it. */
export interface UploadedFile {
  readonly name: string;
  /** MIME type as the browser names it; empty where it knows none. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly lastModified: Date;
  readonly content: Uint8Array;
}

/** The chosen files. They are not sent back to the view: they may be large, and it has them. */
export function uploads(): Kind<readonly UploadedFile[]> {
  return { ...list(upload()), echoed: false };
}

function upload(): Kind<UploadedFile> {
  return {
    wanted: "a file: { name, type, size, lastModified, content }",
    initial: () => ({ name: "", type: "", size: 0, lastModified: new Date(0), content: new Uint8Array(0) }),
    is: isUpload,
    toWire: ({ lastModified, ...rest }) => ({ ...rest, last_modified: lastModified.getTime() }),
    fromWire: (value) => {
      const { last_modified, content, ...rest } = value as Record<string, unknown>;
      return {
        ...rest,
        lastModified: new Date(last_modified as number),
        content: content ?? new Uint8Array(0),
      };
    },
  };
}

function isUpload(value: unknown): boolean {
  const { name, type, size, lastModified, content } = (value ?? {}) as Partial<UploadedFile>;
  return (
    typeof name === "string" &&
    typeof type === "string" &&
    Number.isSafeInteger(size) &&
    lastModified instanceof Date &&
    content instanceof Uint8Array
  );
}
