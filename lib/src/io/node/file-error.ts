import { FileError, printable } from "../../core/index.js";

/** What the system's codes mean to a person. */
const meanings: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "no permission",
  EPERM: "no permission",
  EISDIR: "a folder",
  ENOTDIR: "a path through something that is not a folder",
  ENAMETOOLONG: "a name that is too long",
  ELOOP: "links that lead in a circle",
  ENOSPC: "a full disk",
  EDQUOT: "a full quota",
  EFBIG: "a limit on the size of files",
  EROFS: "a read-only file system",
  ENXIO: "a pipe or device",
  EMFILE: "too many open files",
};

/** A system error in the library's own form. */
export function fileError(path: string, wanted: string, cause: unknown, hint?: string): FileError {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? "";
  const got = meanings[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new FileError(printable(path), { got, wanted, ...(hint !== undefined && { hint }), cause });
}
