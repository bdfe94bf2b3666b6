import { significant } from "vitrine/core";
import type { Binned } from "../lod/binning.js";
import type { Density } from "../lod/density.js";
import { axes, planeShape, slice, type Axis } from "../lod/plane.js";
import type { Survey } from "../lod/survey.js";
import { drawText, fitText } from "./lettering.js";
import { blankReason, drawPlane, drawScaleBar, drawSentence, type Window } from "./panel.js";
import { fillRect, putBytes, raster, strokeLines, type Raster, type Rect } from "./raster.js";
import { drawSurface } from "./surface.js";
import { accent, faint, ink, night, paper, surfaceColor } from "./theme.js";

/** One row of a volume's still. */
export interface VolumeRow {
  readonly density: Density;
  readonly survey: Survey;
  /** Small copy that the surface is drawn from. */
  readonly overview: Binned;
  /** Before the captions, e.g. `"half 1"`. */
  readonly name: string;
}

/** What is common to the rows. */
export interface VolumeStill {
  readonly heading: string;
  readonly cursor: readonly [z: number, y: number, x: number];
  readonly window: Window;
  readonly level: number;
}

/** Side of a panel and the space around it, in pixels: four panels make 1004 pixels. */
const panel = 236;
const gap = 12;
const headingHeight = 34;
const captionHeight = 26;

/** Three slices through the cursor, perpendicular to z, y and x, and the surface; a row of them for each map. */
export async function volumeStill(rows: readonly VolumeRow[], still: VolumeStill): Promise<Raster> {
  const width = 4 * panel + 5 * gap;
  const picture = raster(width, headingHeight + rows.length * (panel + captionHeight) + 4, paper);
  drawText(picture, fitText(still.heading, width - 2 * gap, 9), gap, 21, { color: ink, size: 9 });
  let top = headingHeight;
  for (const row of rows) {
    await drawRow(picture, row, still, top);
    top += panel + captionHeight;
  }
  return picture;
}

async function drawRow(picture: Raster, row: VolumeRow, still: VolumeStill, top: number): Promise<void> {
  const blank = blankReason(row.survey);
  for (const [column, axis] of axes.entries()) {
    const box = panelAt(column, top);
    if (blank === undefined) await drawSlice(picture, row.density, axis, still, box);
    else drawSentence(picture, blank, box);
    const place = `${axis} = ${still.cursor[column]!}`;
    caption(picture, column === 0 && row.name !== "" ? `${row.name}   ${place}` : place, box);
  }
  const box = panelAt(0, top);
  drawScaleBar(picture, pxPerA(row.density), box.x + panel, top + panel + 13, panel / 3);
  await drawSurfacePanel(picture, row, still, panelAt(3, top));
}

async function drawSlice(
  picture: Raster,
  density: Density,
  axis: Axis,
  { cursor, window }: VolumeStill,
  box: Rect,
): Promise<void> {
  const size = drawnSize(density, axis);
  const plane = slice(density, axis, cursor[axes.indexOf(axis)]!);
  const place = await drawPlane(picture, plane, box, size, window);
  const [rowAt, columnAt] = crossHair(density, axis, cursor);
  const [x, y] = [place.x + columnAt * place.width, place.y + rowAt * place.height];
  const marks = [x, box.y - 6, x, box.y - 2, box.x - 6, y, box.x - 2, y];
  strokeLines(picture, marks, { color: accent, width: 2 });
}

async function drawSurfacePanel(
  picture: Raster,
  { density, survey, overview }: VolumeRow,
  { level }: VolumeStill,
  box: Rect,
): Promise<void> {
  const blank = blankReason(survey);
  if (blank !== undefined) {
    drawSentence(picture, blank, box);
    return;
  }
  const shades = await drawSurface(overview, { level, size: panel, voxelSizesA: density.voxelSizesA });
  fillRect(picture, box, night);
  if (shades.some((value) => value > 0)) putBytes(picture, shades, box, surfaceColor);
  else drawSentence(picture, "nothing above the level", box);
  caption(picture, `surface at ${significant(level, 3)}`, box);
}

function panelAt(column: number, top: number): Rect {
  return { x: gap + column * (panel + gap), y: top, width: panel, height: panel };
}

function caption(picture: Raster, text: string, box: Rect): void {
  drawText(picture, text, box.x, box.y + panel + 17, { color: faint, size: 8 });
}

/** The largest scale at which all three slices fit. */
function pxPerA({ shape, voxelSizesA }: Density): number {
  return panel / Math.max(...shape.map((n, axis) => n * voxelSizesA[axis]!));
}

function drawnSize(density: Density, axis: Axis): { width: number; height: number } {
  const [rows, columns] = planeShape(density.shape, axis);
  const [rowA, columnA] = planeShape(density.voxelSizesA, axis);
  const scale = pxPerA(density);
  const px = (count: number, sizeA: number): number => Math.max(1, Math.round(count * sizeA * scale));
  return { height: px(rows, rowA), width: px(columns, columnA) };
}

/** Where the cursor lies in a slice: rows and columns as parts of the whole. */
function crossHair(density: Density, axis: Axis, cursor: VolumeStill["cursor"]): readonly [number, number] {
  const [rows, columns] = planeShape(density.shape, axis);
  const [row, column] = planeShape(cursor, axis);
  return [(row + 0.5) / rows, (column + 0.5) / columns];
}
