import { requireFinite, ShapeError, startTask, ValueError } from "../core/index.js";
import type { Task, TaskOptions } from "../core/index.js";
import type { Image } from "../model/index.js";

/** How an image's values become a picture. */
export interface PictureOptions extends TaskOptions {
  /** Value that is drawn black; what lies beyond is black too. Above `white`, the contrast is turned round. */
  readonly black: number;
  /** Value that is drawn white. */
  readonly white: number;
  /** Red, green and blue of 256 colours in turn, from that of `black` to that of `white`. Default: greys. */
  readonly colours?: Uint8Array;
}

/** Rows of levels, from the top. */
export interface LevelRows {
  /** Rows in `levels`. */
  readonly rows: number;
  /** `[rows, nx]`; overwritten by the next ones. */
  readonly levels: Uint8Array | Uint16Array;
}

const colourBytes = 3 * 256;

/** Throws unless the contrast and the colours can be used; nothing is drawn before. */
export function requirePictureOptions({ black, white, colours }: PictureOptions): void {
  requireFinite("black", black, "the data's unit");
  requireFinite("white", white, "the data's unit");
  if (black === white) throw new ValueError("white", { got: white, wanted: "another value than black" });
  if (colours !== undefined && colours.length !== colourBytes) {
    throw new ShapeError("colours", {
      got: colours.length,
      wanted: `${colourBytes}: red, green and blue of 256`,
    });
  }
}

/**
 * The levels of an image, `atOnce` rows at a time: 0 at `black`, `most` at `white`, to the nearest; values that are not numbers are 0.
 */
export async function* levelRows(
  { data, shape: [ny, nx] }: Image,
  options: PictureOptions,
  { most, atOnce }: { readonly most: 255 | 65535; readonly atOnce: number },
): AsyncGenerator<LevelRows> {
  const { black, white } = options;
  const task: Task = startTask(options);
  const scale = most / (white - black);
  const room = most === 255 ? new Uint8Array(atOnce * nx) : new Uint16Array(atOnce * nx);
  for (let first = 0; first < ny; first += atOnce) {
    const rows = Math.min(atOnce, ny - first);
    const levels = room.subarray(0, rows * nx);
    for (let i = 0; i < levels.length; i++) {
      const level = Math.round(scale * (data[first * nx + i]! - black));
      levels[i] = level > 0 ? Math.min(level, most) : 0;
    }
    yield { rows, levels };
    task.report({ stage: "draw", done: first + rows, total: ny });
    await task.breathe();
  }
}
