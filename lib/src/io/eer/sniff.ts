import { isCryoError } from "../../core/index.js";
import type { Source } from "../source.js";
import { readDirectory } from "../tiff/directory.js";
import { readTiffHeader } from "../tiff/header.js";
import { readPage } from "../tiff/page.js";
import { isEerCompression } from "./coding.js";

/** Whether one of the first two pages of a file holds electrons: before them there may be their sum. */
export async function isEer(source: Source): Promise<boolean> {
  try {
    const header = await readTiffHeader(source);
    const first = await readDirectory(source, header, header.firstDirectory);
    const places = first.next === 0 ? [first] : [first, await readDirectory(source, header, first.next)];
    for (const directory of places) {
      if (isEerCompression((await readPage(source, header, directory)).layout.compression)) return true;
    }
    return false;
  } catch (error) {
    if (isCryoError(error, "format")) return false;
    throw error;
  }
}
