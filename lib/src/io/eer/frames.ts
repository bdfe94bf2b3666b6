import { FormatError, requireInteger, startTask, ValueError } from "../../core/index.js";
import type { Task, TaskOptions } from "../../core/index.js";
import type { Source } from "../source.js";
import { allocated } from "../source.js";
import { readAllSegments, readPieces } from "../tiff/segments.js";
import type { EerCoding } from "./coding.js";
import { decodeEvents, eventRoom, roomAtOnce } from "./events.js";
import { framesPerFraction } from "./fractions.js";
import type { EerFractionation } from "./fractions.js";
import { readFrameBytes, requireCover } from "./frame-bytes.js";
import { itemNumber } from "./metadata.js";
import type { EerMetadata } from "./metadata.js";
import { readEerMovie } from "./movie.js";
import { countEvents, gridShape } from "./render.js";
import type { EerGrid, EerUpsampling } from "./render.js";

/** How an EER movie is taken. */
export interface EerOptions extends TaskOptions {
  /**
   * The grid on which electrons are counted: 1 the camera's pixels, 2 and 3 halves and quarters of them, -1 pairs, as
   * RELION numbers them. Default 1: finer grids need 4 and 16 times the memory and serve maps beyond Nyquist.
   */
  readonly upsampling?: EerUpsampling;
  /** How many of the camera's frames make one. Default: each is one. */
  readonly fractionation?: EerFractionation;
}

/** What an EER file says about its movie. */
export interface EerFacts {
  /** Frames that the camera recorded. */
  readonly cameraFrames: number;
  readonly framesPerFraction: number;
  /** Frames at the end that fill no fraction and are left out. */
  readonly framesLeftOut: number;
  readonly coding: EerCoding;
  readonly grid: EerGrid;
  /** Å per pixel of the grid, where the file says it. */
  readonly pixelSizeA?: number;
  /** What the camera's program says, by its own names. */
  readonly metadata: EerMetadata;
  /** What was odd and accepted. */
  readonly warnings: readonly string[];
}

/** Frames of an open file, counted when they are asked for. */
export interface EerFrames {
  readonly shape: readonly [frames: number, ny: number, nx: number];
  readonly facts: EerFacts;
  /** Electrons per pixel, `[count, ny, nx]` from frame `first` on, counted from 0. Rows are as the file has them. */
  read(first: number, count: number, options?: TaskOptions): Promise<Float32Array>;
}

/** Largest size of a pixel at the specimen, 1 µm in Å: above it, the camera's own is meant. */
const largestA = 1e4;

/**
 * The frames of an EER movie: electrons that were counted one by one, summed over some of the camera's frames. All three
 * codings; a first page that is not electrons, but their sum, is passed over.
 *
 * Rows are not turned upside down, other than those of TIFF movies: so RELION has it, and gain references are read to fit.
 *
 * @throws FormatError if it is none, damaged, or its frames differ in size
 * @throws ValueError if the fractionation asks for more frames than there are
 */
export async function eerFrames(source: Source, options: EerOptions = {}): Promise<EerFrames> {
  const upsampling = requireUpsampling(options.upsampling ?? 1);
  const { header, pages, otherPages, width, height, coding, metadata } = await readEerMovie(
    source,
    startTask(options),
  );
  const grid: EerGrid = { width, height, upsampling };
  const [ny, nx] = gridShape(grid);
  const together = framesPerFraction(options.fractionation ?? { framesPerFraction: 1 }, pages.length);
  const fractions = Math.floor(pages.length / together);
  const pixelSizeA = pixelSizeOf(metadata, width / nx);
  return {
    shape: [fractions, ny, nx],
    facts: {
      cameraFrames: pages.length,
      framesPerFraction: together,
      framesLeftOut: pages.length - fractions * together,
      coding,
      grid,
      ...(pixelSizeA !== undefined && { pixelSizeA }),
      metadata,
      warnings: otherPages > 0 ? [`${otherPages} pages without electrons are left out`] : [],
    },
    async read(first, count, readOptions = options) {
      requireInteger("first", first, 0, fractions - 1);
      requireInteger("count", count, 1, fractions - first);
      const task = startTask(readOptions);
      const wanted = pages.slice(first * together, (first + count) * together);
      const frames = await readAllSegments(source, header, wanted, readPieces);
      for (const pieces of frames) requireCover(source.name, pieces, coding, width * height);
      const out = allocated(source.name, 4 * count * ny * nx, () => new Float32Array(count * ny * nx));
      for (const [i, pieces] of frames.entries()) {
        const bytes = await readFrameBytes(source, pieces);
        const at = Math.floor(i / together) * ny * nx;
        const end = await countFrame(bytes, { coding, grid, out, at }, task);
        if (end !== width * height) throw uncovered(source.name, wanted[i]!.at, end, width * height);
        task.report({ stage: "read", done: i + 1, total: frames.length });
      }
      return out;
    },
  };
}

interface FrameTarget {
  readonly coding: EerCoding;
  readonly grid: EerGrid;
  readonly out: Float32Array;
  readonly at: number;
}

/** Adds the electrons of one of the camera's frames, and says at which pixel it ends. */
async function countFrame(
  bytes: Uint8Array,
  { coding, grid, out, at }: FrameTarget,
  task: Task,
): Promise<number> {
  const total = grid.width * grid.height;
  const cursor = { bit: 0, pixel: 0 };
  const events = eventRoom(Math.min(roomAtOnce, total));
  for (;;) {
    const count = decodeEvents(bytes, coding, total, cursor, events);
    countEvents(events, count, grid, coding, out, at);
    if (count < events.pixels.length) return cursor.pixel;
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}

/** Å per pixel of the grid, from the size in metres that the camera's program writes. */
function pixelSizeOf(metadata: EerMetadata, cameraPixels: number): number | undefined {
  const sizeA = 1e10 * (itemNumber(metadata, "sensorPixelSize.width") ?? Number.NaN);
  return sizeA > 0 && sizeA <= largestA ? sizeA * cameraPixels : undefined;
}

function uncovered(file: string, offset: number, pixel: number, total: number): FormatError {
  return new FormatError({
    file,
    field: "electrons of a frame",
    offset,
    got: `an end at pixel ${pixel}`,
    wanted: `at ${total}`,
    hint: "the file is cut off or damaged",
  });
}

function requireUpsampling(upsampling: number): EerUpsampling {
  if (upsampling === -1 || upsampling === 1 || upsampling === 2 || upsampling === 3) return upsampling;
  throw new ValueError("upsampling", {
    got: upsampling,
    wanted: "-1 (pairs of pixels), 1 (pixels), 2 (halves) or 3 (quarters)",
  });
}
