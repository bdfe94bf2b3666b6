import type { Locator, Page } from "playwright-core";

/** What an element looks like on the screen. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, row after row. */
  readonly data: Uint8ClampedArray;
  /** Distinct colours, each channel cut to 4 bits so that smoothing does not count. */
  readonly colours: number;
}

/** Photographs an element as the user sees it, GPU canvases included, and reads the photograph. */
export async function pixelsOf(page: Page, element: Locator): Promise<Pixels> {
  await element.scrollIntoViewIfNeeded();
  const photograph = (await element.screenshot()).toString("base64");
  const read = await page.evaluate(async (base64) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${base64}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.width;
    canvas.height = picture.height;
    const context = canvas.getContext("2d");
    context?.drawImage(picture, 0, 0);
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return { width: canvas.width, height: canvas.height, data: Array.from(data) };
  }, photograph);
  const seen = new Set<number>();
  for (let i = 0; i < read.data.length; i += 4) {
    seen.add(((read.data[i]! >> 4) << 8) | ((read.data[i + 1]! >> 4) << 4) | (read.data[i + 2]! >> 4));
  }
  return {
    width: read.width,
    height: read.height,
    data: Uint8ClampedArray.from(read.data),
    colours: seen.size,
  };
}

/** Share of pixels that differ visibly between two photographs of one element. */
export function changed(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let differing = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    if (Math.abs(a.data[i]! - b.data[i]!) + Math.abs(a.data[i + 1]! - b.data[i + 1]!) > 24) differing += 1;
  }
  return differing / (a.width * a.height);
}
