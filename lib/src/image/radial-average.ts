import { originIndex } from "../array/index.js";
import { curve } from "../model/index.js";
import type { Curve, Image, Volume } from "../model/index.js";
import { samplingA } from "./sampled.js";

/**
 * Mean of an image over rings, or of a map over shells, around its origin `floor(n / 2)`. Each is one pixel wide and
 * centred on a whole number of pixels; they reach from 0 to the nearest edge. The axis is the radius in Å.
 *
 * @throws ValueError if a map's voxels are not cubes
 * @row A16
 * @example
 * ```ts
 * const flat = image(new Float32Array(64).fill(3), { shape: [8, 8], pixelSizeA: 2 });
 * Array.from(radialAverage(flat).series[0].values); // [3, 3, 3, 3, 3]
 * ```
 */
export function radialAverage(x: Image | Volume): Curve {
  const stepA = samplingA("radialAverage", x);
  const means = meansByRadius(x.data, x.shape);
  return curve({
    title: x.kind === "image" ? "Mean over rings" : "Mean over shells",
    x: { label: "Radius", unit: "Å", values: Float64Array.from(means, (_, radius) => radius * stepA) },
    y: { label: "Mean density", unit: "" },
    series: [{ name: "mean", values: means, role: "data" }],
  });
}

function meansByRadius(data: Float32Array, shape: readonly number[]): Float64Array {
  const nx = shape.at(-1)!;
  const ny = shape.at(-2)!;
  const [x0, y0, z0] = [originIndex(nx), originIndex(ny), originIndex(shape.at(-3) ?? 1)];
  const radii = Math.floor(Math.min(...shape) / 2) + 1;
  const sums = new Float64Array(radii);
  const counts = new Float64Array(radii);
  for (let row = 0; row < data.length / nx; row++) {
    const square = ((row % ny) - y0) ** 2 + (Math.floor(row / ny) - z0) ** 2;
    for (let x = 0; x < nx; x++) {
      const radius = Math.round(Math.sqrt(square + (x - x0) * (x - x0)));
      if (radius >= radii) continue;
      sums[radius]! += data[row * nx + x]!;
      counts[radius]! += 1;
    }
  }
  return sums.map((sum, radius) => sum / counts[radius]!);
}
