import { describe, expect, test } from "vitest";
import { fft, fftInto, halfShape, ifft, ifftInto, irfft, irfftInto, rfft, rfftInto } from "vitrine/fourier";
import golden from "../../golden/fourier/transforms.json" with { type: "json" };
import { countOf, largestDifference, noise, relativeError, shapes, singleNoise } from "./arrays.js";

/** Rounding of double precision grows with the logarithm of the size; a hundred times the spacing of doubles is ample. */
const double = 2e-14;
/** Single-precision storage: a few roundings of 6e-8 each. */
const single = 3e-7;

describe("A16: Fourier transform of real data", () => {
  test.each(shapes.map((shape) => [shape.join(" x "), shape] as const))(
    "is the first half of the complex transform, %s",
    async (_, shape) => {
      const data = noise(countOf(shape));
      const complex = new Float64Array(2 * data.length);
      data.forEach((value, i) => (complex[2 * i] = value));
      const full = await fft(complex, shape);
      const [nx, width] = [shape.at(-1)!, halfShape(shape).at(-1)!];
      const half = Array.from({ length: data.length / nx }, (_, row) =>
        Array.from(full.data.subarray(2 * row * nx, 2 * (row * nx + width))),
      ).flat();
      expect(relativeError((await rfft(data, shape)).data, half)).toBeLessThan(double);
    },
  );

  test.each(golden.cases.map((entry) => [entry.shape.join(" x "), entry] as const))(
    "numpy's numbers, %s",
    async (_, { shape, re, real }) => {
      expect(relativeError((await rfft(Float64Array.from(re), shape)).data, real)).toBeLessThan(double);
      expect(relativeError((await rfft(Float32Array.from(re), shape)).data, real)).toBeLessThan(single);
    },
  );

  test("an impulse at the origin is 1 everywhere, exactly", async () => {
    const impulse = new Float64Array(5 * 6 * 7);
    impulse[0] = 1;
    const { data } = await rfft(impulse, [5, 6, 7]);
    expect(data.every((value, i) => value === (i % 2 === 0 ? 1 : 0))).toBe(true);
  });

  test("a shift by whole pixels turns the phases by exp(-2 pi i k s / n)", async () => {
    const [ny, nx] = [9, 10];
    const data = noise(ny * nx);
    const shifted = new Float64Array(data.length);
    const [sy, sx] = [2, 3];
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++) shifted[((y + sy) % ny) * nx + ((x + sx) % nx)] = data[y * nx + x]!;
    }
    const plain = (await rfft(data, [ny, nx])).data;
    const expected = new Float64Array(plain.length);
    const width = nx / 2 + 1;
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < width; x++) {
        const [re, im] = [plain[2 * (y * width + x)]!, plain[2 * (y * width + x) + 1]!];
        const angle = -2 * Math.PI * ((y * sy) / ny + (x * sx) / nx);
        expected[2 * (y * width + x)] = re * Math.cos(angle) - im * Math.sin(angle);
        expected[2 * (y * width + x) + 1] = re * Math.sin(angle) + im * Math.cos(angle);
      }
    }
    expect(relativeError((await rfft(shifted, [ny, nx])).data, expected)).toBeLessThan(double);
  });

  test("it is linear", async () => {
    const [a, b] = [noise(221, 1), noise(221, 2)];
    const sum = a.map((value, i) => 3 * value - 2 * b[i]!);
    const [fa, fb] = [(await rfft(a, [13, 17])).data, (await rfft(b, [13, 17])).data];
    const expected = fa.map((value, i) => 3 * value - 2 * fb[i]!);
    expect(relativeError((await rfft(sum, [13, 17])).data, expected)).toBeLessThan(double);
  });

  test.each([[[9, 10]], [[13, 17]], [[5, 6, 7]], [[6, 4, 8]]])(
    "Friedel's law holds to the last bit, %j",
    async (shape) => {
      const { data } = await rfft(singleNoise(countOf(shape)), shape);
      const [nx, ny, nz] = [shape.at(-1)!, shape.at(-2)!, shape.at(-3) ?? 1];
      const width = halfShape(shape).at(-1)!;
      for (const x of nx % 2 === 0 ? [0, nx / 2] : [0]) {
        for (let z = 0; z < nz; z++) {
          for (let y = 0; y < ny; y++) {
            const at = 2 * ((z * ny + y) * width + x);
            const mate = 2 * ((((nz - z) % nz) * ny + ((ny - y) % ny)) * width + x);
            expect(data[at]).toBe(data[mate]);
            expect(data[at + 1]! + data[mate + 1]!).toBe(0);
          }
        }
      }
    },
  );

  test("the input is not written to", async () => {
    const data = noise(90);
    const before = data.slice();
    await rfft(data, [9, 10]);
    expect(data).toEqual(before);
  });
});

test("a long transform lets the event loop breathe", async () => {
  let [turns, running, longest, last] = [0, true, 0, performance.now()];
  const turn = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    turns += 1;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  await rfft(new Float32Array(160 ** 3), [160, 160, 160]);
  running = false;
  expect(turns).toBeGreaterThan(2);
  // blocks of 30 ms and one block of lines more; ten times that on a machine busy with other work
  expect(longest).toBeLessThan(500);
});

test("a long transform stops when asked to", async () => {
  const stop = new AbortController();
  const running = rfft(new Float32Array(160 ** 3), [160, 160, 160], { signal: stop.signal });
  setImmediate(() => stop.abort());
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
});

test("shapes that don't fit are refused", async () => {
  await expect(rfft(new Float32Array(7), [2, 3])).rejects.toMatchObject({ tag: "shape" });
  await expect(rfft(new Float32Array(16), [2, 2, 2, 2])).rejects.toThrow("4 axes, wanted 1, 2 or 3");
  await expect(rfft(new Float32Array(0), [0])).rejects.toMatchObject({ tag: "value" });
});

describe("batches and arrays that are there", () => {
  const [shape, batch, count] = [[6, 7], 3, 42] as const;

  test.each([Float32Array, Float64Array])("each item is transformed for itself, %o", async (Precision) => {
    const data = Precision.from(noise(batch * count, 9));
    const all = await rfft(data, shape, { batch });
    const one = await rfft(data.slice(count, 2 * count), shape);
    const length = one.data.length;
    const rounding = Precision === Float32Array ? 2e-5 : 1e-12; // rows are transformed in pairs, so neighbours round differently
    expect(largestDifference(all.data.slice(length, 2 * length), one.data)).toBeLessThan(rounding);
    expect(largestDifference(await irfft(all), data)).toBeLessThan(Precision === Float32Array ? 2e-6 : 1e-13);
    const whole = Precision.from(noise(2 * batch * count, 10));
    const complex = await fft(whole, shape, { batch });
    const second = await fft(whole.slice(2 * count, 4 * count), shape);
    expect(largestDifference(complex.data.slice(2 * count, 4 * count), second.data)).toBeLessThan(rounding);
    expect(largestDifference(await ifft(complex), whole)).toBeLessThan(
      Precision === Float32Array ? 2e-6 : 1e-13,
    );
  });

  test.each([Float32Array, Float64Array])("in place is as out of place, %o", async (Precision) => {
    const data = Precision.from(noise(2 * count, 11));
    const { data: wanted } = await fft(data, shape);
    const place = data.slice();
    await fftInto(place, place, shape);
    expect(place).toEqual(wanted);
    const spectrum = await fft(data, shape);
    const back = await ifft(spectrum);
    await ifftInto(spectrum.data, spectrum);
    expect(spectrum.data).toEqual(back);
    const real = data.slice(0, count);
    const half = await rfft(real, shape);
    const out = new Precision(half.data.length);
    await rfftInto(out as typeof data, real, shape);
    expect(out).toEqual(half.data);
    const again = new Precision(count);
    await irfftInto(again as typeof data, half);
    expect(again).toEqual(await irfft(half));
  });

  test("an array of another length is refused, and a batch that is none", async () => {
    await expect(rfftInto(new Float32Array(3), new Float32Array(4), [4])).rejects.toThrow("rfft: out");
    await expect(fftInto(new Float32Array(3), new Float32Array(4), [2])).rejects.toThrow("fft: out");
    const spectrum = await rfft(new Float32Array(4), [4]);
    await expect(irfftInto(new Float32Array(3), spectrum)).rejects.toThrow("irfft: out");
    const complex = await fft(new Float32Array(4), [2]);
    await expect(ifftInto(new Float32Array(3), complex)).rejects.toThrow("ifft: out");
    await expect(rfft(new Float32Array(8), [4], { batch: 0 })).rejects.toThrow("batch");
  });
});
