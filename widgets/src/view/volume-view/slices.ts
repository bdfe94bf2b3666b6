import { picture } from "../../draw/index.js";
import type { Picture } from "../../draw/index.js";
import type { Delivery, Requests } from "../parts/index.js";
import { axes, planes } from "./geometry.js";
import type { Axis, Triple } from "./geometry.js";

/** Exact slices kept, in bytes: some dozens of 512 x 512. */
const cacheBytes = 64 * 2 ** 20;
/** A request not answered for this long, in ms, may have been lost on the way and may be sent again. */
const patienceMs = 3000;

/** A slice ready to draw. */
export interface Slice {
  readonly of: Picture;
  /** How many voxels one stored element stands for, along both axes. */
  readonly binning: number;
}

/** A small copy of the whole map. */
export interface Overview {
  readonly data: Uint8Array | Float32Array;
  readonly shape: Triple;
  readonly offset: number;
  readonly scale: number;
  readonly binning: number;
}

/** Slices of a map: coarse ones out of the overview at once, exact ones from the cell as they come. */
export interface Slices {
  readonly overview: () => Overview | undefined;
  /** The best that is here for a slice. */
  readonly at: (axis: Axis, index: number) => Slice | undefined;
  /** Asks for the overview, and forgets what is here: the map has changed. */
  readonly restart: () => void;
  /** Asks for the exact slices through a voxel, one at a time for each axis. */
  readonly want: (cursor: Triple) => void;
  readonly receive: (delivery: Delivery) => void;
  readonly refused: (id: number) => void;
}

/** `changed` is called when something came that may be drawn. */
export function openSlices(
  requests: () => Requests,
  overviewSize: number,
  changed: (what: "overview" | "slice") => void,
): Slices {
  const exact = new Map<string, Slice>();
  const coarse = new Map<Axis, { readonly index: number; readonly slice: Slice }>();
  const waiting = new Map<Axis, { readonly id: number; readonly since: number }>();
  let overview: Overview | undefined;
  let oldestId = 0;
  let bytes = 0;

  const keep = (name: string, slice: Slice): void => {
    exact.delete(name);
    exact.set(name, slice);
    bytes = [...exact.values()].reduce((sum, { of }) => sum + of.data.byteLength, 0);
    for (const [oldest, { of }] of exact) {
      if (bytes <= cacheBytes || exact.size <= axes.length) break;
      exact.delete(oldest);
      bytes -= of.data.byteLength;
    }
  };

  return {
    overview: () => overview,
    at: (axis, index) => {
      const found = exact.get(`${axis}${index}`);
      if (found !== undefined || overview === undefined) return found;
      const stored = Math.floor(index / overview.binning);
      const known = coarse.get(axis);
      if (known?.index === stored) return known.slice;
      const slice = { of: planeOf(overview, axis, stored), binning: overview.binning };
      coarse.set(axis, { index: stored, slice });
      return slice;
    },
    restart: () => {
      exact.clear();
      waiting.clear();
      oldestId = requests().ask({ what: "overview", maxSize: overviewSize });
    },
    want: (cursor) => {
      for (const axis of axes) {
        const index = cursor[planes[axis].through];
        const pending = waiting.get(axis);
        if (exact.has(`${axis}${index}`)) continue;
        if (pending !== undefined && performance.now() - pending.since < patienceMs) continue;
        const id = requests().ask({ what: "slice", axis, index });
        waiting.set(axis, { id, since: performance.now() });
      }
    },
    receive: ({ message, data }) => {
      // What was asked before the map changed shows the map that is gone.
      if (message.id < oldestId) return;
      const { offset, scale, binning, shape } = message;
      if (message.what === "overview" && shape.length === 3) {
        overview = { data, shape: [shape[0]!, shape[1]!, shape[2]!], offset, scale, binning };
        coarse.clear();
        changed("overview");
      }
      if (
        message.what === "slice" &&
        message.axis !== undefined &&
        message.index !== undefined &&
        shape.length === 2
      ) {
        const { axis, index } = message;
        if (waiting.get(axis)?.id === message.id) waiting.delete(axis);
        const stored = { data, width: shape[1]!, height: shape[0]!, offset, scale };
        keep(`${axis}${index}`, { of: picture(axis === "x" ? transposed(stored) : stored), binning });
        changed("slice");
      }
    },
    refused: (id) => {
      for (const [axis, pending] of waiting) if (pending.id === id) waiting.delete(axis);
    },
  };
}

/** A slice of the overview as it lies on the screen. */
export function planeOf({ data, shape, offset, scale }: Overview, axis: Axis, index: number): Picture {
  const { across, down, through } = planes[axis];
  const strides: Triple = [shape[1] * shape[2], shape[2], 1];
  const [width, height] = [shape[across], shape[down]];
  const out = new (data instanceof Uint8Array ? Uint8Array : Float32Array)(width * height);
  const start = Math.min(index, shape[through] - 1) * strides[through];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      out[row * width + column] = data[start + row * strides[down] + column * strides[across]]!;
    }
  }
  return picture({ data: out, width, height, offset, scale });
}

/** A slice perpendicular to x comes as `[nz, ny]` and is shown with z across. */
function transposed(of: Picture): Picture {
  const { data, width, height } = of;
  const out = new (data instanceof Uint8Array ? Uint8Array : Float32Array)(data.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) out[column * height + row] = data[row * width + column]!;
  }
  return { ...of, data: out, width: height, height: width };
}
