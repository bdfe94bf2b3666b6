import { FormatError } from "../../core/index.js";
import type { MrcHeader } from "./header.js";
import { wordAt } from "./header.js";

/** What a file holds; `"either"` where header and name leave it open. */
export type MrcContent = "image" | "images" | "volume" | "volumes" | "either";

/** Names that the field gives to stacks of images, which no header word can overrule. */
const stackName = /\.(mrcs|st|ali|preali)(\.gz|\.bz2)?$/i;

/**
 * What a file holds. A stack's file name comes first, as RELION and Xmipp have it; then ISPG: 401 and more is a stack of
 * volumes, 1 to 230 a volume, 0 a stack of images if MZ is 1, and open otherwise, since many programs leave ISPG at 0.
 */
export function contentOf(header: MrcHeader): MrcContent {
  const { file, spaceGroup, sampling, sections } = header;
  if (sections === 1 && spaceGroup < 401) return "image";
  if (stackName.test(file)) return "images";
  if (volumesIn(header) !== undefined) return "volumes";
  if (spaceGroup !== 0) return "volume";
  return sampling[2] === 1 ? "images" : "either";
}

/** Number of volumes in a volume stack, each of MZ sections; undefined if ISPG says that it is none. */
export function volumesIn({ spaceGroup, sampling, sections }: MrcHeader): number | undefined {
  if (spaceGroup < 401 || spaceGroup > 630) return undefined;
  return sampling[2] >= 1 ? sections / sampling[2] : 0;
}

/** Sections of each volume of a stack, and how many volumes. @throws FormatError if NZ is not a multiple of MZ */
export function volumeStack(header: MrcHeader): { sectionsEach: number; count: number } {
  const count = volumesIn(header) ?? 1;
  if (!Number.isInteger(count) || count < 1) {
    throw new FormatError({
      file: header.file,
      field: "MZ",
      offset: wordAt.sampling + 8,
      got: `NZ ${header.sections} in volumes of MZ ${header.sampling[2]} sections`,
      wanted: "NZ to be a multiple of MZ where ISPG is 401 or more",
    });
  }
  return { sectionsEach: header.sections / count, count };
}
