import { describe, expect, test } from "vitest";
import type { Backend, Interpolation } from "../../../../lib/src/compute/index.js";
import { complexOf, countOf, distance, halfCountOf, halfOf, noise, put, take, transform } from "./truth.js";

/** Rounding of a few operations in float32; places of samples are good to 2^-22 of one. */
const tolerance = 1e-6;

/** Operations on arrays agree with their definitions. */
export function arraysContract(backend: () => Backend): void {
  describe.each([false, true])("product, of the conjugate: %s", (conjugate) => {
    test.each([
      [6, 6],
      [1000, 10],
      [34, 2],
    ])("%i numbers by %i", async (length, short) => {
      const [a, b] = [noise(length, 1), noise(short, 2)];
      const wanted = new Float64Array(length);
      for (let i = 0; i < length; i += 2) {
        const [br, bi] = [b[i % short]!, (conjugate ? -1 : 1) * b[(i % short) + 1]!];
        wanted[i] = a[i]! * br - a[i + 1]! * bi;
        wanted[i + 1] = a[i]! * bi + a[i + 1]! * br;
      }
      const [first, second, to] = [
        put(backend(), a),
        put(backend(), b),
        backend().allocate(length, "product"),
      ];
      await backend().multiply({ a: first, b: second, to, conjugate });
      expect(distance(await take(backend(), to), wanted)).toBeLessThan(tolerance);
      await backend().multiply({ a: first, b: second, to: first, conjugate });
      expect(distance(await take(backend(), first), wanted)).toBeLessThan(tolerance);
      backend().release(first, second, to);
    });
  });

  test("a product with itself is a square", async () => {
    const a = put(backend(), Float32Array.of(1, 2, -3, 0.5));
    const to = backend().allocate(4, "square");
    await backend().multiply({ a, b: a, to, conjugate: true });
    expect([...(await take(backend(), to))]).toEqual([5, 0, 9.25, 0]);
    backend().release(a, to);
  });

  describe("shift", () => {
    const cases: [number[], number[][]][] = [
      [[12], [[3], [-5]]],
      [[7], [[2]]],
      [
        [6, 9],
        [
          [1, -2],
          [4, 4],
        ],
      ],
      [[4, 5, 6], [[1, 2, 3]]],
    ];
    test.each(cases)("by whole pixels moves the content of %j around", async (shape, shifts) => {
      const numbers = noise(shifts.length * countOf(shape));
      const spectra = halfOf(transform(complexOf(numbers), shape, -1), shape);
      const moved = moveAround(numbers, shape, shifts);
      const wanted = halfOf(transform(complexOf(moved), shape, -1), shape);
      const array = put(backend(), Float32Array.from(spectra));
      await backend().shift({
        spectra: array,
        shape,
        batch: shifts.length,
        shifts: Float64Array.from(shifts.flat()),
      });
      expect(distance(await take(backend(), array), wanted)).toBeLessThan(tolerance);
      backend().release(array);
    });

    test.each([[[8]], [[6, 4]]])("by a fraction leaves %j the transform of real data", async (shape) => {
      const spectra = halfOf(transform(complexOf(noise(countOf(shape))), shape, -1), shape);
      const array = put(backend(), Float32Array.from(spectra));
      await backend().shift({ spectra: array, shape, batch: 1, shifts: Float64Array.from(shape, () => 0.3) });
      const moved = await take(backend(), array);
      const nyquist = 2 * (countOf(shape.slice(0, -1)) > 1 ? 3 * 3 : 4); // coefficient (n / 2, 0), its own mate
      expect(moved[nyquist + 1]).toBeCloseTo(0, 5);
      expect(moved[nyquist]).toBeCloseTo(spectra[nyquist]! * Math.cos(0.3 * Math.PI), 4);
      backend().release(array);
    });

    test("by a large fraction and back leaves odd arrays as they were", async () => {
      const shape = [5, 9];
      const numbers = Float32Array.from(noise(2 * halfCountOf(shape)));
      const array = put(backend(), numbers);
      await backend().shift({ spectra: array, shape, batch: 1, shifts: Float64Array.of(1000.3, -77.7) });
      expect(distance(await take(backend(), array), numbers)).toBeGreaterThan(0.1);
      await backend().shift({ spectra: array, shape, batch: 1, shifts: Float64Array.of(-1000.3, 77.7) });
      expect(distance(await take(backend(), array), numbers)).toBeLessThan(tolerance);
      backend().release(array);
    });
  });

  describe.each(["nearest", "linear", "cubic"] as const)("resampling, %s", (interpolation) => {
    test.each([
      [[5, 6, 7], turn, [0.31, -0.23, 0.61]],
      [[1, 31, 20], flatTurn, [2.25, -1.45, 0]],
      [[1, 4, 200], flatTurn, [0.13, 0.27, 0]],
      [[3, 1, 2], turn, [0, 0, 0]],
    ] as const)("of %j is the definition's", async (shape, matrix, offset) => {
      const numbers = noise(countOf(shape));
      const [from, to] = [put(backend(), numbers), backend().allocate(numbers.length, "result")];
      await backend().resample({ from, to, shape, matrix, offset, interpolation });
      const wanted = resampled(numbers, shape, matrix, offset, interpolation);
      expect(distance(await take(backend(), to), wanted)).toBeLessThan(tolerance);
      backend().release(from, to);
    });
  });

  test("halves of the nearest sample go up, and the array ends half a sample beyond its last one", async () => {
    const [from, to] = [put(backend(), Float32Array.of(1, 2, 3)), backend().allocate(3, "result")];
    const job = { from, to, shape: [1, 1, 3], matrix: identity, interpolation: "nearest" } as const;
    await backend().resample({ ...job, offset: [0.5, 0, 0] });
    expect([...(await take(backend(), to))]).toEqual([2, 3, 0]);
    await backend().resample({ ...job, offset: [-0.5, 0, 0] });
    expect([...(await take(backend(), to))]).toEqual([1, 2, 3]);
    backend().release(from, to);
  });

  test("resampling by the identity returns the array", async () => {
    const numbers = noise(60);
    const [from, to] = [put(backend(), numbers), backend().allocate(60, "result")];
    const job = { from, to, shape: [3, 4, 5], matrix: identity, offset: [0, 0, 0] } as const;
    await backend().resample({ ...job, interpolation: "linear" });
    expect(distance(await take(backend(), to), numbers)).toBe(0);
    backend().release(from, to);
  });
}

const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;

/** A turn about an axis that is none of the array's, and one in the plane; offsets keep off halves, where rounding decides. */
const turn = [0.36, 0.48, -0.8, -0.8, 0.6, 0, 0.48, 0.64, 0.6] as const;
const flatTurn = [0.8, -0.6, 0, 0.6, 0.8, 0, 0, 0, 1] as const;

/** Arrays whose content has moved round by whole pixels. */
function moveAround(
  numbers: Float32Array,
  shape: readonly number[],
  shifts: readonly (readonly number[])[],
): Float64Array {
  const count = countOf(shape);
  const moved = new Float64Array(numbers.length);
  shifts.forEach((shift, index) => {
    for (let at = 0; at < count; at++) {
      let [rest, stride, to] = [at, 1, 0];
      for (let axis = shape.length - 1; axis >= 0; axis--) {
        const size = shape[axis]!;
        to += (((((rest % size) + shift[axis]!) % size) + size) % size) * stride;
        rest = Math.floor(rest / size);
        stride *= size;
      }
      moved[index * count + to] = numbers[index * count + at]!;
    }
  });
  return moved;
}

/** Share of a sample at distance `d` in a value between samples. */
const shareAt: Readonly<Record<Interpolation, (d: number) => number>> = {
  nearest: (d) => (d > -0.5 && d <= 0.5 ? 1 : 0),
  linear: (d) => Math.max(0, 1 - Math.abs(d)),
  cubic: (d) => {
    const a = Math.abs(d);
    return a < 1 ? 2 / 3 - a * a * (1 - a / 2) : a < 2 ? (2 - a) ** 3 / 6 : 0;
  },
};

/** The definition of a resampling: sums over the array and its mirror images, point by point. */
function resampled(
  numbers: Float32Array,
  [nz, ny, nx]: readonly [number, number, number],
  matrix: readonly number[],
  offset: readonly number[],
  interpolation: Interpolation,
): Float64Array {
  const sizes = [nx, ny, nz];
  const centre = sizes.map((size) => Math.floor(size / 2));
  return Float64Array.from(numbers, (_, at) => {
    const out = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
    const place = centre.map(
      (origin, axis) =>
        out.reduce((sum, o, other) => sum + matrix[3 * axis + other]! * (o - centre[other]!), 0) +
        origin +
        offset[axis]!,
    );
    if (place.some((p, axis) => p < -0.5 || p >= sizes[axis]! - 0.5)) return 0;
    const shares = place.map((p, axis) => sharesOf(p, sizes[axis]!, interpolation));
    let sum = 0;
    for (const [z, wz] of shares[2]!) {
      for (const [y, wy] of shares[1]!) {
        for (const [x, wx] of shares[0]!) sum += wz * wy * wx * numbers[(z * ny + y) * nx + x]!;
      }
    }
    return sum;
  });
}

/** The samples of an axis that a point is made of, images in the mirrors at both ends counted as what they are images of. */
function sharesOf(
  point: number,
  size: number,
  interpolation: Interpolation,
): (readonly [at: number, share: number])[] {
  const period = Math.max(1, 2 * (size - 1));
  const below = Math.floor(point);
  return [-2, -1, 0, 1, 2].map((step) => {
    const index = (((below + step) % period) + period) % period;
    return [index < size ? index : period - index, shareAt[interpolation](below + step - point)] as const;
  });
}
