import type { File } from "h5wasm";
import { FormatError, isCryoError } from "../../core/index.js";
import { readExactly } from "../source.js";
import type { Source } from "../source.js";

const mark: readonly number[] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** Default of the largest file that is taken into memory. */
export const defaultMaxFileBytes: number = 2 ** 31;

/** Whether the first bytes are those of an HDF5 file. */
export function isHdf5(head: Uint8Array): boolean {
  return mark.every((byte, i) => head[i] === byte);
}

/**
 * Opens an HDF5 file from a copy in memory, hands it to `work`, and closes it. The library that reads it is loaded only then.
 *
 * @throws FormatError if it is no HDF5 file, larger than `maxFileBytes`, or damaged
 */
export async function withHdf5<T>(
  source: Source,
  maxFileBytes: number,
  work: (file: File) => Promise<T>,
): Promise<T> {
  const { name, size } = source;
  if (!isHdf5(await source.read(0, mark.length))) {
    throw new FormatError({ file: name, field: "mark", offset: 0, got: "other bytes", wanted: "\\x89HDF" });
  }
  if (size > maxFileBytes) {
    throw new FormatError({
      file: name,
      field: "size",
      got: `${size} bytes`,
      wanted: `at most ${maxFileBytes}: it is read whole`,
      hint: "if there is memory for it, pass { maxFileBytes }",
    });
  }
  const bytes = await readExactly(source, 0, size, "data");
  const hdf5 = await import("h5wasm");
  const { FS, activate_throwing_error_handler: throwErrors } = await hdf5.ready;
  throwErrors();
  const place = `/vitrine-${crypto.randomUUID()}`;
  FS.writeFile(place, bytes);
  let file: File | undefined;
  try {
    file = new hdf5.File(place, "r");
    return await work(file);
  } catch (cause) {
    if (isCryoError(cause) || isAbort(cause)) throw cause;
    throw new FormatError({
      file: name,
      field: "HDF5",
      got: firstLine(cause),
      wanted: "an intact file",
      cause,
    });
  } finally {
    closeQuietly(file);
    FS.unlink(place);
  }
}

/** A damaged file may fail once more when it is closed; the first error is the one that is told. */
function closeQuietly(file: File | undefined): void {
  try {
    file?.close();
  } catch {
    // told already
  }
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "AbortError";
}

/** The innermost complaint of the library, which tells them from the outside in. */
function firstLine(cause: unknown): string {
  const lines = String(cause instanceof Error ? cause.message : cause).split("\n");
  return (lines.find((line) => line.includes("#000")) ?? lines[0]!).replace(/^.*?: /, "").trim();
}
