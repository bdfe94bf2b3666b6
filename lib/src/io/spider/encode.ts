import { requireInteger } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";

const leastBytes = 1024;

/** The bytes of a SPIDER file, piece by piece: an image, a volume, or a stack with a header for each image. Little-endian. */
export function* encodeSpider(data: Image | ImageStack | Volume): Generator<Uint8Array> {
  const [columns, rows] = [data.shape.at(-1)!, data.shape.at(-2)!];
  const slices = data.kind === "volume" ? data.shape[0] : 1;
  const count = data.kind === "image-stack" ? data.shape[0] : 1;
  const pixelSizeA = data.kind === "volume" ? data.voxelSizeA : data.pixelSizeA;
  const head = (stack: 0 | 1): Uint8Array => header({ slices, rows, columns, pixelSizeA, stack, count });
  const length = slices * rows * columns;
  yield head(data.kind === "image-stack" ? 1 : 0);
  for (let i = 0; i < count; i++) {
    if (data.kind === "image-stack") yield head(0);
    yield littleEndian(data.data.subarray(i * length, (i + 1) * length));
  }
}

interface HeaderWords {
  readonly slices: number;
  readonly rows: number;
  readonly columns: number;
  readonly pixelSizeA: number;
  readonly stack: 0 | 1;
  readonly count: number;
}

/** Words by their numbers in SPIDER's manual, from 1. */
function header({ slices, rows, columns, pixelSizeA, stack, count }: HeaderWords): Uint8Array {
  requireInteger("columns", columns, 1, 2 ** 20);
  const records = Math.ceil(leastBytes / (4 * columns));
  const bytes = records * 4 * columns;
  const view = new DataView(new ArrayBuffer(bytes));
  const set = (word: number, value: number): void => view.setFloat32(4 * (word - 1), value, true);
  set(1, slices);
  set(2, rows);
  set(5, slices > 1 ? 3 : 1);
  set(12, columns);
  set(13, records);
  set(22, bytes);
  set(23, 4 * columns);
  if (stack === 1) {
    set(24, 2);
    set(26, count);
  }
  set(38, pixelSizeA);
  return new Uint8Array(view.buffer);
}

function littleEndian(values: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (const [i, value] of values.entries()) view.setFloat32(4 * i, value, true);
  return new Uint8Array(view.buffer);
}
