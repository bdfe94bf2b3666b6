import type { Task, TaskOptions } from "../../core/index.js";
import { FormatError, requirePositive, startTask, ValueError } from "../../core/index.js";
import type { Image, ImageStack, Provenance, Volume } from "../../model/index.js";
import { image, imageStack, volume } from "../../model/index.js";
import { allocated } from "../source.js";
import { fileAxisAlong, mapShape, originOf, requireSpacing } from "./geometry.js";
import type { MrcHeader } from "./header.js";
import { wordAt } from "./header.js";
import type { MrcData } from "./modes.js";
import type { MrcFile } from "./read.js";

/** Elements handled between two looks at the clock. */
const blockElements = 2 ** 18;

/** A map from the stored values: axes put in the order z, y, x, spacing and origin in Å. */
export async function toVolume(
  mrc: MrcFile,
  voxelSizeA: number | undefined,
  options: TaskOptions,
): Promise<Volume> {
  const [x, y, z] = requireSpacing(mrc.header, "x, y, z", checkedSize("voxelSizeA", voxelSizeA));
  const { data, shape, source } = await realValues(mrc, options);
  return volume(data, { shape, voxelSizeA: [z, y, x], originA: originOf(mrc.header, [x, y, z]), source });
}

/** Images from the stored values. */
export async function toImageStack(
  mrc: MrcFile,
  pixelSizeA: number | undefined,
  options: TaskOptions,
): Promise<ImageStack> {
  const [size] = requireSpacing(mrc.header, "x, y", checkedSize("pixelSizeA", pixelSizeA));
  const { data, shape, source } = await realValues(mrc, options);
  return imageStack(data, { shape, pixelSizeA: size, source });
}

/** The first image of the stored values. */
export async function toImage(
  mrc: MrcFile,
  pixelSizeA: number | undefined,
  options: TaskOptions,
): Promise<Image> {
  const { data, shape, pixelSizeA: size, source } = await toImageStack(mrc, pixelSizeA, options);
  return image(data, { shape: [shape[1], shape[2]], pixelSizeA: size, ...(source && { source }) });
}

/** Throws where values can't be read as real numbers, before they are read. */
export function requireReal({ file, mode }: MrcHeader): void {
  if (mode !== 4) return;
  throw new FormatError({
    file,
    field: "MODE",
    offset: wordAt.mode,
    got: "4, complex numbers",
    wanted: "real values: modes 0, 1, 2, 6, 12 or 101",
    hint: "it is a transform; readMrc gives its real and imaginary parts",
  });
}

function checkedSize(name: string, size: number | undefined): number | undefined {
  return size === undefined ? undefined : requirePositive(name, size, "Å");
}

interface RealValues {
  readonly data: Float32Array;
  readonly shape: readonly [number, number, number];
  readonly source: Provenance;
}

async function realValues(mrc: MrcFile, options: TaskOptions): Promise<RealValues> {
  const { header } = mrc;
  requireReal(header);
  const task = startTask(options);
  const inOrder = header.axes.join() === "1,2,3";
  const data = inOrder ? await asFloat32(mrc.data, header, task) : await reordered(mrc, task);
  const notFinite = await countNotFinite(data, task);
  const warnings =
    notFinite === 0 ? header.warnings : [...header.warnings, `${notFinite} values are not finite`];
  return {
    data,
    shape: mapShape({ ...header, sections: mrc.shape[0] }),
    source: { name: header.file, format: "mrc", warnings },
  };
}

async function asFloat32(data: MrcData, { file }: MrcHeader, task: Task): Promise<Float32Array> {
  if (data instanceof Float32Array) return data;
  const out = allocated(file, 4 * data.length, () => new Float32Array(data.length));
  for (let start = 0; start < data.length; start += blockElements) {
    out.set(data.subarray(start, start + blockElements), start);
    await task.breathe();
  }
  return out;
}

/** The values with x fastest and z slowest. A part of the sections has that order only if sections run along z. */
async function reordered({ header, data, shape }: MrcFile, task: Task): Promise<Float32Array> {
  if (shape[0] !== header.sections && header.axes[2] !== 3) {
    throw new ValueError("sections", {
      got: `${shape[0]} of ${header.sections}, stored along ${"xyz"[header.axes[2] - 1]}`,
      wanted: "all sections, or a file that stores them along z",
    });
  }
  const [nz, ny, nx] = mapShape({ ...header, sections: shape[0] });
  const strides = [1, shape[2], shape[2] * shape[1]];
  const [dx, dy, dz] = fileAxisAlong(header).map((axis) => strides[axis]!) as [number, number, number];
  const out = allocated(header.file, 4 * data.length, () => new Float32Array(data.length));
  for (let z = 0, at = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++) out[at++] = data[z * dz + y * dy + x * dx]!;
    }
    await task.breathe();
  }
  return out;
}

async function countNotFinite(data: Float32Array, task: Task): Promise<number> {
  let count = 0;
  for (let start = 0; start < data.length; start += blockElements) {
    const end = Math.min(data.length, start + blockElements);
    for (let i = start; i < end; i++) if (!Number.isFinite(data[i]!)) count += 1;
    await task.breathe();
  }
  return count;
}
