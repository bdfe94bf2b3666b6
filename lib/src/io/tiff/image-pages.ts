import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import type { TiffLayout, TiffPage } from "./page.js";
import type { TiffPages } from "./pages.js";
import { bytesOfRow } from "./segments.js";
import { entryNumbers } from "./values.js";

/** Most planes behind one page; as many pages are followed where each has a directory. */
const mostPlanes = 100_000;

/**
 * The pages that are images: without smaller copies, all of one size, and with the planes that ImageJ put behind the first
 * page without directories of their own, as it does in files of more than 4 GB.
 *
 * @throws FormatError if pages differ in size, or planes that are described are not there
 */
export async function imagePages(source: Source, file: TiffPages): Promise<readonly TiffPage[]> {
  const full = file.pages.filter(({ reduced }) => !reduced);
  const pages = full.length > 0 ? full : file.pages;
  const planes = file.imageJ?.images ?? 1;
  if (pages.length === 1 && planes > 1) return planesBehind(source, file, pages[0]!, planes);
  const [{ layout }] = pages as readonly [TiffPage];
  for (const [i, page] of pages.entries()) {
    if (page.layout !== layout && !sameValues(page.layout, layout)) {
      throw new FormatError({
        file: source.name,
        field: `page ${i}`,
        offset: page.at,
        got: sideText(page.layout),
        wanted: `${sideText(layout)}, as page 0`,
        hint: "frames of one movie have one size and type",
      });
    }
  }
  return pages;
}

async function planesBehind(
  source: Source,
  { header }: TiffPages,
  page: TiffPage,
  planes: number,
): Promise<readonly TiffPage[]> {
  const { width, height, compression } = page.layout;
  const refused = (got: string, wanted: string): FormatError =>
    new FormatError({ file: source.name, field: "ImageJ's images", offset: page.at, got, wanted });
  if (typeof page.segments === "number" || compression !== 1) {
    throw refused(`${planes} behind one compressed page`, "a page for each, or values as they are");
  }
  if (planes > mostPlanes) throw refused(`${planes}`, `at most ${mostPlanes}`);
  const start = (await entryNumbers(source, header, { ...page.segments.offsets, count: 1 }))[0]!;
  const planeBytes = height * bytesOfRow(width, page.layout);
  if (!(start + planes * planeBytes <= source.size)) {
    throw refused(`${source.size - start} bytes behind ${start}`, `${planes} planes of ${planeBytes}`);
  }
  const layout: TiffLayout = { ...page.layout, segment: [width, height] };
  return Array.from({ length: planes }, (_, i) => ({ ...page, layout, segments: start + i * planeBytes }));
}

function sameValues(one: TiffLayout, other: TiffLayout): boolean {
  return sideText(one) === sideText(other) && one.samplesPerPixel === other.samplesPerPixel;
}

function sideText({ width, height, bitsPerSample, sampleFormat }: TiffLayout): string {
  return `${width} x ${height} of ${bitsPerSample} bits in sample format ${sampleFormat}`;
}

/** What is odd about the pages and accepted. */
export function warningsOf({ pages }: TiffPages, layout: TiffLayout): readonly string[] {
  const reduced = pages.filter((page) => page.reduced).length;
  return [
    ...(reduced > 0 && reduced < pages.length ? [`${reduced} smaller copies of pages are left out`] : []),
    ...(layout.photometric === 0 ? ["white is zero in this file: values are not inverted"] : []),
    ...(layout.photometric === 3 ? ["values are numbers of colours"] : []),
  ];
}
