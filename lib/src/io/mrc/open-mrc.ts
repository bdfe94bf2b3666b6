import type { TaskOptions } from "../../core/index.js";
import type { ExpandLimits } from "../compression/expand.js";
import { openSource } from "../open-source.js";
import type { Source, SourceInput } from "../source.js";
import { dataBytes } from "./file-size.js";
import type { MrcHeader } from "./header.js";
import { headerBytes } from "./header.js";
import { mrcMode } from "./modes.js";
import { parseHeader } from "./parse-header.js";

/** What every reader of MRC files takes. */
export interface MrcOpenOptions extends TaskOptions, Omit<ExpandLimits, "promisedBytes"> {
  /** `true` also accepts a file without the word MAP. Default `false`: it is rarely an MRC file. */
  readonly permissive?: boolean;
}

/** Opens a file, reads its header, checks it, hands both to `work`, and closes the file. */
export async function withMrc<T>(
  input: SourceInput,
  options: MrcOpenOptions,
  work: (source: Source, header: MrcHeader) => T | Promise<T>,
): Promise<T> {
  const { permissive = false } = options;
  const promisedBytes = (head: Uint8Array, file: string) => promised(parseHeader(head, { file, permissive }));
  const source = await openSource(input, { ...options, promisedBytes });
  try {
    const head = await source.read(0, headerBytes);
    return await work(source, parseHeader(head, { file: source.name, fileBytes: source.size, permissive }));
  } finally {
    await source.close();
  }
}

function promised({ mode, columns, rows, sections, dataOffset }: MrcHeader): number {
  return dataOffset + dataBytes(mrcMode(mode)!, columns, rows, sections);
}
