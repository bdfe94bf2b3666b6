import { FormatError } from "../../core/index.js";
import type { MrcHeader } from "./header.js";
import { wordAt } from "./header.js";

/** The error of a file that holds something else than was asked for. */
export function wrongReader(header: MrcHeader, wanted: string, reader: string, option: string): FormatError {
  const { file, spaceGroup, sampling, columns, rows, sections } = header;
  return new FormatError({
    file,
    field: "content",
    offset: wordAt.spaceGroup,
    got: `${columns} x ${rows} x ${sections} with ISPG ${spaceGroup}, MZ ${sampling[2]}`,
    wanted,
    hint: `use ${reader}, or pass ${option}`,
  });
}
