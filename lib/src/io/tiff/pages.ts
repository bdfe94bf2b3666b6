import { FormatError } from "../../core/index.js";
import type { Task } from "../../core/index.js";
import type { Source } from "../source.js";
import { readDirectory } from "./directory.js";
import type { TiffHeader } from "./header.js";
import { readTiffHeader } from "./header.js";
import { imageJFacts } from "./imagej.js";
import type { ImageJFacts } from "./imagej.js";
import { readPage } from "./page.js";
import type { TiffLayout, TiffPage } from "./page.js";
import { readPixelSizeA } from "./pixel-size.js";
import { tag } from "./tags.js";
import { entryText } from "./values.js";

/** Everything a file says before its values are read. */
export interface TiffPages {
  readonly header: TiffHeader;
  /** Every page, smaller copies included. */
  readonly pages: readonly TiffPage[];
  /** Text of the first page; empty if it has none. */
  readonly description: string;
  readonly imageJ?: ImageJFacts;
  /** Å per pixel, where the file says it in a way that can be trusted. */
  readonly pixelSizeA?: number;
}

/** Most pages that are followed. Movies of electron counting cameras have some thousand frames. */
const mostPages = 100_000;

/** Follows the chain of directories. @throws FormatError if one does not lie in the file, or the chain leads in a circle */
export async function readTiffPages(source: Source, task: Task): Promise<TiffPages> {
  const header = await readTiffHeader(source);
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let [facts, bytes]: [Omit<TiffPages, "header" | "pages">, number] = [{ description: "" }, 0];
  for (let at = header.firstDirectory; at !== 0;) {
    if (seen.has(at)) throw endless(source, at, "a directory that was there before", "a new one, or 0");
    if (pages.length === mostPages)
      throw endless(source, at, `more than ${mostPages} pages`, `at most ${mostPages}`);
    seen.add(at);
    const directory = await readDirectory(source, header, at);
    bytes += directory.bytes.length;
    if (bytes > source.size)
      throw endless(source, at, "directories that overlap", "each in a place of its own");
    const page = await readPage(source, header, directory);
    if (pages.length === 0) {
      const text = directory.entries.get(tag.description);
      const description = text === undefined ? "" : await entryText(source, text, directory);
      const imageJ = imageJFacts(description);
      const pixelSizeA = await readPixelSizeA(source, header, directory, imageJ);
      facts = {
        description,
        ...(imageJ !== undefined && { imageJ }),
        ...(pixelSizeA !== undefined && { pixelSizeA }),
      };
    }
    pages.push(sharing(page, pages.at(-1)?.layout));
    at = directory.next;
    await task.breathe();
  }
  if (pages.length === 0) throw endless(source, header.firstDirectory, "no page", "at least one");
  return { header, pages, ...facts };
}

/** The page, with the layout of the one before where they are alike. */
function sharing(page: TiffPage, before: TiffLayout | undefined): TiffPage {
  return before !== undefined && sameLayout(page.layout, before) ? { ...page, layout: before } : page;
}

function sameLayout(
  { segment, ...one }: TiffLayout,
  { segment: segmentBefore, ...other }: TiffLayout,
): boolean {
  const alike = (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]);
  return alike && segment[0] === segmentBefore[0] && segment[1] === segmentBefore[1];
}

function endless(source: Source, offset: number, got: string, wanted: string): FormatError {
  return new FormatError({ file: source.name, field: "chain of directories", offset, got, wanted });
}
