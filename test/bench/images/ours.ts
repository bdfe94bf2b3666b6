import { wasmBackend } from "vitrine/compute";
import type { Resident } from "vitrine/compute";
import { bsplineCoefficients } from "vitrine/math";
import { checkOf, noiseArray, serve } from "../serve/serve.js";

/*
 * Our rotation, shift and correlation: from plain arrays to a new one.
 *
 * ours.js rotate THREADS SIZE followed by the nine numbers of a matrix, x first
 * ours.js shift THREADS SIZE ROWS COLUMNS
 * ours.js correlate THREADS SIZE
 */
const [what, ...words] = process.argv.slice(2);
const [threads, size, ...numbers] = words.map(Number) as [number, number, ...number[]];
const backend = await wasmBackend({ threads });
const image = { shape: [size, size], batch: 1 } as const;

if (what === "rotate") await serveRotation();
else if (what === "shift") await serveShift();
else await serveCorrelation();

async function serveRotation(): Promise<void> {
  const shape = [size, size, size] as const;
  const map = noiseArray(size ** 3);
  const rotate = async (): Promise<Float32Array> => {
    const from = written(await bsplineCoefficients(map, shape));
    const to = backend.allocate(map.length, "rotated map");
    await backend.resample({ from, to, shape, matrix: numbers, offset: [0, 0, 0], interpolation: "cubic" });
    const rotated = await backend.read(to, new Float32Array(map.length));
    backend.release(from, to);
    return rotated;
  };
  await serve(checkOf(middleOf(await rotate())), rotate);
}

async function serveShift(): Promise<void> {
  const pixels = noiseArray(size * size);
  const shifts = Float64Array.from(numbers);
  const shift = async (): Promise<Float32Array> => {
    const spectrum = await transformed(pixels);
    await backend.shift({ spectra: spectrum, ...image, shifts });
    return transformedBack(spectrum);
  };
  await serve(checkOf(await shift()), shift);
}

async function serveCorrelation(): Promise<void> {
  const pixels = noiseArray(size * size);
  const others = noiseArray(size * size, size * size);
  const correlate = async (): Promise<Float32Array> => {
    const [a, b] = [await transformed(pixels), await transformed(others)];
    await backend.multiply({ a, b, to: a, conjugate: true });
    backend.release(b);
    return transformedBack(a);
  };
  await serve(checkOf(await correlate()), correlate);
}

function written(values: Float32Array): Resident {
  const to = backend.allocate(values.length, "input");
  backend.write(to, values);
  return to;
}

/** Half spectrum of an image. */
async function transformed(pixels: Float32Array): Promise<Resident> {
  const from = written(pixels);
  const to = backend.allocate(2 * size * (Math.floor(size / 2) + 1), "spectrum");
  await backend.fourier({ kind: "real-to-half", ...image, from, to, scale: 1 });
  backend.release(from);
  return to;
}

/** The image of a half spectrum, which is given back. */
async function transformedBack(spectrum: Resident): Promise<Float32Array> {
  const to = backend.allocate(size * size, "image");
  await backend.fourier({ kind: "half-to-real", ...image, from: spectrum, to, scale: 1 / size ** 2 });
  const pixels = await backend.read(to, new Float32Array(size * size));
  backend.release(spectrum, to);
  return pixels;
}

/** What no border has any part in: the middle half along each axis. */
function middleOf(map: Float32Array): Float32Array {
  const [first, last] = [size / 4, size - size / 4];
  const middle = new Float32Array((last - first) ** 3);
  let at = 0;
  for (let z = first; z < last; z++) {
    for (let y = first; y < last; y++) {
      const row = (z * size + y) * size;
      middle.set(map.subarray(row + first, row + last), at);
      at += last - first;
    }
  }
  return middle;
}
