import { describe, type HalfMaps, type Volume } from "vitrine";
import { originIndex } from "vitrine/array";
import type { RequestMessage, VolumeState } from "../../protocol/index.js";
import { liveBundle, sourceLines, titled, type Figure } from "../bundle.js";
import { binDensity, binningFactor, type Binned } from "../lod/binning.js";
import { densityOf, meanDensity, type Density } from "../lod/density.js";
import { firstLevel } from "../lod/level.js";
import { planeShape, slice } from "../lod/plane.js";
import { quantise, type Quantised } from "../lod/quantise.js";
import { atPercentile, survey, type Survey } from "../lod/survey.js";
import { openModel } from "../model.js";
import {
  requireContrast,
  requireCursor,
  requireLevel,
  type Contrast,
  type VolumeShowOptions,
} from "../options.js";
import { keepRecent } from "../recent.js";
import { serveRequests, tooLarge, type Answer } from "../requests.js";
import { volumeStill, type VolumeRow } from "../stills/volume-still.js";
import { maxMessageBytes } from "../../protocol/index.js";

/** Longest side of the copy that a view gets at once: 2 MB as bytes. */
const overviewSize = 128;
/** Longest side of the copy that the still's surface is drawn from: finer than its pixels would be lost. */
const surfaceSize = 64;

/** A map as linked slices and a surface. */
export async function volumeFigure(map: Volume, options: VolumeShowOptions): Promise<Figure<VolumeState>> {
  const density = densityOf(map);
  const looked = await survey(density);
  const text = titled(options.title, describe(map, looked.statistics));
  const lines = [text, ...sourceLines(map.source)];
  return figure(map, () => density, [{ density, survey: looked, name: "" }], { text, lines, options });
}

/** Half maps: the view shows their mean, the still both. */
export async function halfMapsFigure(
  halves: HalfMaps,
  options: VolumeShowOptions,
): Promise<Figure<VolumeState>> {
  const [a, b] = [densityOf(halves.a), densityOf(halves.b)];
  const [lookedA, lookedB] = [await survey(a), await survey(b)];
  const text = titled(options.title, describe(halves));
  const lines = [
    text,
    `half 1: ${describe(halves.a, lookedA.statistics)}`,
    `half 2: ${describe(halves.b, lookedB.statistics)}`,
    ...sourceLines(halves.a.source, "half 1 from"),
    ...sourceLines(halves.b.source, "half 2 from"),
  ];
  const rows = [
    { density: a, survey: lookedA, name: "half 1" },
    { density: b, survey: lookedB, name: "half 2" },
  ];
  return figure(halves, () => meanDensity(halves), rows, { text, lines, options });
}

interface Parts {
  readonly text: string;
  readonly lines: readonly string[];
  readonly options: VolumeShowOptions;
}

type Row = Omit<VolumeRow, "overview">;

async function figure(
  record: Volume | HalfMaps,
  shown: () => Density,
  rows: readonly Row[],
  { text, lines, options }: Parts,
): Promise<Figure<VolumeState>> {
  const density = shown();
  const looked = rows.length === 1 ? rows[0]!.survey : await survey(density);
  const overviews: Binned[] = [];
  for (const row of rows)
    overviews.push(await binDensity(row.density, binningFactor(row.density.shape, surfaceSize)));
  const state = firstState(density, looked, meanOf(overviews), text, options);
  const still = await volumeStill(
    rows.map((row, i) => ({ ...row, overview: overviews[i]! })),
    {
      heading: text,
      cursor: state.cursor as [number, number, number],
      level: state.level,
      window: {
        low: atPercentile(looked.percentiles, state.contrast[0]),
        high: atPercentile(looked.percentiles, state.contrast[1]),
      },
    },
  );
  const model = openModel(state);
  const bytes = density.parts.reduce((sum, part) => sum + part.byteLength, 0);
  serveRequests(model, server(keepRecent(record, bytes), state));
  return { model, bundle: await liveBundle(model, { png: still }, lines.join("\n")) };
}

function firstState(
  { shape, voxelSizesA }: Density,
  { percentiles }: Survey,
  overview: Binned,
  text: string,
  options: VolumeShowOptions,
): VolumeState {
  const origin = shape.map(originIndex);
  const cubic = voxelSizesA.every((size) => size === voxelSizesA[2]);
  return {
    _widget: "volume-view",
    text,
    shape: [...shape],
    voxelSizeA: voxelSizesA[2],
    ...(cubic ? {} : { voxelSizesA: [...voxelSizesA] }),
    cursor: options.cursor === undefined ? origin : requireCursor(options.cursor, shape),
    contrast:
      options.contrast === undefined ? robustContrast(percentiles) : requireContrast(options.contrast),
    level: options.level === undefined ? firstLevel(overview) : requireLevel(options.level),
    range: [percentiles[0]!, percentiles[100]!],
    percentiles: [...percentiles],
  };
}

/**
 * Percentile 1 to the density as far above percentile 99 as that is above the median: particles fill a small part of
 * their box, so that percentile 99 itself lies within them, and the maximum may be one hot voxel.
 */
function robustContrast(percentiles: readonly number[]): Contrast {
  const [median, high, max] = [percentiles[50]!, percentiles[99]!, percentiles[100]!];
  const white = Math.min(max, high + (high - median));
  if (!(white > percentiles[1]!)) return [0, 100];
  return [1, max > high ? Number((99 + (white - high) / (max - high)).toFixed(3)) : 99];
}

function meanOf(overviews: readonly Binned[]): Binned {
  const [first] = overviews as [Binned];
  if (overviews.length === 1) return first;
  const data = first.data.map(
    (_, i) => overviews.reduce((sum, one) => sum + one.data[i]!, 0) / overviews.length,
  );
  return { ...first, data };
}

/** What the view may ask of the map while that is in memory; overviews are kept as long as there is room. */
function server(
  find: () => Volume | HalfMaps | undefined,
  { range }: VolumeState,
): (request: RequestMessage) => Answer | Promise<Answer> {
  const overviews = new Map<number, () => Promise<Answer> | undefined>();
  const overview = (size: number): Answer | Promise<Answer> => {
    const record = find();
    if (record === undefined) return gone;
    const making = overviewAnswer(densityIn(record), size, range);
    overviews.set(size, keepRecent(making, size ** 3));
    making.catch(() => overviews.delete(size));
    return making;
  };
  return (request) => {
    if (request.what === "overview") {
      const size = Math.min(overviewSize, request.maxSize ?? overviewSize);
      return overviews.get(size)?.() ?? overview(size);
    }
    const record = find();
    if (record === undefined) return gone;
    return request.what === "slice"
      ? sliceAnswer(densityIn(record), request)
      : { refusal: "a map has an overview and slices, no image" };
  };
}

const gone: Answer = { refusal: "the map is no longer in memory: run the cell again" };

function densityIn(record: Volume | HalfMaps): Density {
  return record.kind === "volume" ? densityOf(record) : meanDensity(record);
}

async function overviewAnswer(
  density: Density,
  size: number,
  [min, max]: VolumeState["range"],
): Promise<Answer> {
  const { data, shape, factor } = await binDensity(density, binningFactor(density.shape, size));
  const { data: bytes, offset, scale }: Quantised = quantise(data, min, max);
  return { data: bytes, message: { shape: [...shape], dtype: "u8", offset, scale, binning: factor } };
}

function sliceAnswer(density: Density, { axis, index }: RequestMessage): Answer {
  if (axis === undefined || index === undefined) return { refusal: "slice: wanted an axis and an index" };
  const count = density.shape["zyx".indexOf(axis)]!;
  if (index < 0 || index >= count)
    return { refusal: `slice: ${axis} = ${index} is not from 0 to ${count - 1}` };
  const [rows, columns] = planeShape(density.shape, axis);
  const bytes = 4 * rows * columns;
  if (bytes > maxMessageBytes) return { refusal: tooLarge(bytes) };
  const { data, shape } = slice(density, axis, index);
  return {
    data,
    message: { axis, index, shape: [...shape], dtype: "f32", offset: 0, scale: 1, binning: 1 },
  };
}
