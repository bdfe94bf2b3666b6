import type { TaskOptions } from "../../core/index.js";
import { openSource } from "../open-source.js";
import { readNumbers } from "../read-numbers.js";
import type { SourceInput } from "../source.js";
import { emHeaderBytes, readEmHeader } from "./header.js";
import type { EmHeader } from "./header.js";

/** Values of an EM file. */
export interface EmFile {
  readonly kind: "em";
  /** What the user calls it. */
  readonly name: string;
  readonly header: EmHeader;
  /** `[nz, ny, nx]`; one section of an image. */
  readonly shape: readonly [nz: number, ny: number, nx: number];
  readonly data: Float32Array;
}

/**
 * Reads a file in EM format, as TOM, PyTom and Dynamo keep volumes and motive lists. It does not say a pixel size.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is none, or damaged
 */
export async function readEm(input: SourceInput, options: TaskOptions = {}): Promise<EmFile> {
  const source = await openSource(input, options);
  try {
    const header = await readEmHeader(source);
    const count = header.shape[0] * header.shape[1] * header.shape[2];
    const { type, littleEndian, shape } = header;
    const data = await readNumbers(source, { type, littleEndian, offset: emHeaderBytes, count }, options);
    return { kind: "em", name: source.name, header, shape, data };
  } finally {
    await source.close();
  }
}
