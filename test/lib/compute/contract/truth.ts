import { seeded } from "vitrine";
import type { Backend, Resident } from "../../../../lib/src/compute/index.js";

/** Elements of a shape. */
export const countOf = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);

/** Coefficients of the half spectrum of real arrays of a shape. */
export const halfCountOf = (shape: readonly number[]): number =>
  countOf(shape.slice(0, -1)) * (Math.floor(shape.at(-1)! / 2) + 1);

/** Standard normal numbers, as a view that starts in the middle of its buffer. */
export function noise(count: number, seed: number = 1): Float32Array<ArrayBuffer> {
  const random = seeded(seed);
  const view = new Float32Array(count + 5).subarray(3, 3 + count);
  for (let i = 0; i < count; i++) view[i] = random.normal();
  return view;
}

/** The transform of complex arrays by its definition, axis after axis, in double precision; sign -1 is forward. */
export function transform(numbers: ArrayLike<number>, shape: readonly number[], sign: 1 | -1): Float64Array {
  const result = Float64Array.from(numbers);
  const batch = result.length / 2 / countOf(shape);
  shape.forEach((size, axis) => {
    const inner = countOf(shape.slice(axis + 1));
    const outer = batch * countOf(shape.slice(0, axis));
    const angle = (2 * Math.PI * sign) / size;
    const cosines = Float64Array.from({ length: size }, (_, k) => Math.cos(angle * k));
    const sines = Float64Array.from({ length: size }, (_, k) => Math.sin(angle * k));
    const line = new Float64Array(2 * size);
    for (let at = 0; at < outer * inner; at++) {
      const start = Math.floor(at / inner) * size * inner + (at % inner);
      for (let k = 0; k < size; k++) {
        let [re, im] = [0, 0];
        for (let j = 0; j < size; j++) {
          const [c, s] = [cosines[(j * k) % size]!, sines[(j * k) % size]!];
          const [a, b] = [result[2 * (start + j * inner)]!, result[2 * (start + j * inner) + 1]!];
          re += a * c - b * s;
          im += a * s + b * c;
        }
        line[2 * k] = re;
        line[2 * k + 1] = im;
      }
      for (let k = 0; k < size; k++) result.set(line.subarray(2 * k, 2 * k + 2), 2 * (start + k * inner));
    }
  });
  return result;
}

/** Real numbers as complex ones. */
export function complexOf(real: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: 2 * real.length }, (_, at) => (at % 2 === 0 ? real[at >> 1]! : 0));
}

/** The half of whole spectra that the transform of real arrays is known by. */
export function halfOf(spectra: Float64Array, shape: readonly number[]): Float64Array {
  const size = shape.at(-1)!;
  const width = Math.floor(size / 2) + 1;
  const rows = spectra.length / 2 / size;
  const half = new Float64Array(2 * rows * width);
  for (let row = 0; row < rows; row++) {
    half.set(spectra.subarray(2 * row * size, 2 * (row * size + width)), 2 * row * width);
  }
  return half;
}

/** Relative distance of `got` from `wanted` in the L2 norm. */
export function distance(got: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (got.length !== wanted.length) return Infinity;
  let [difference, size] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    difference += (got[i]! - wanted[i]!) ** 2;
    size += wanted[i]! ** 2;
  }
  return Math.sqrt(difference / (size === 0 ? 1 : size));
}

/** L2 norm. */
export function norm(numbers: ArrayLike<number>): number {
  return distance(numbers, new Float64Array(numbers.length));
}

/** Puts numbers into a new array of a backend. */
export function put(backend: Backend, numbers: Float32Array): Resident {
  const resident = backend.allocate(numbers.length, "numbers of a test");
  backend.write(resident, numbers);
  return resident;
}

/** All numbers of an array. */
export function take(backend: Backend, from: Resident): Promise<Float32Array> {
  return backend.read(from, new Float32Array(from.length));
}
