import { FormatError } from "../../core/index.js";
import type { MrcHeader } from "./header.js";
import { wordAt } from "./header.js";
import type { MrcMode } from "./modes.js";
import { mrcMode, rowBytes } from "./modes.js";

/** Bytes of the values. At most 2^31 * 2^31 * 2^34, which a double holds to 53 bits: enough to be refused rightly. */
export function dataBytes(mode: MrcMode, columns: number, rows: number, sections: number): number {
  return rowBytes(mode, columns) * rows * sections;
}

/**
 * The header made to agree with the file's size: a longer file is accepted with a warning; a shorter one is an error,
 * but for one kind. Some detectors' programs write a dummy number of sections (32766); if MZ is smaller and the file
 * holds exactly MZ sections, MZ is what counts.
 *
 * @throws FormatError if the file is shorter than its header says
 */
export function fitToFile(header: MrcHeader, warnings: string[]): MrcHeader {
  const { file, fileBytes, dataOffset, columns, rows, sections, sampling } = header;
  if (dataOffset > fileBytes) {
    throw new FormatError({
      file,
      field: "NSYMBT",
      offset: wordAt.extendedBytes,
      got: `${header.extendedBytes} bytes of extended header`,
      wanted: `at most ${fileBytes - 1024}, what the file holds`,
    });
  }
  const mode = mrcMode(header.mode)!;
  const wanted = dataOffset + dataBytes(mode, columns, rows, sections);
  if (fileBytes === wanted) return header;
  if (fileBytes > wanted) {
    warnings.push(`${fileBytes - wanted} bytes behind the data are ignored`);
    return header;
  }
  const planes = sampling[2];
  if (planes >= 1 && planes < sections && fileBytes === dataOffset + dataBytes(mode, columns, rows, planes)) {
    warnings.push(`NZ is ${sections} but the file holds exactly MZ = ${planes} sections: read as ${planes}`);
    return { ...header, sections: planes };
  }
  throw new FormatError({
    file,
    field: "size",
    got: `${fileBytes} bytes`,
    wanted: `${wanted} for ${columns} x ${rows} x ${sections} ${mode.name}`,
    hint: "the file is cut off, or its header is damaged",
  });
}
