import { requireCubicVoxels } from "../../model/index.js";
import type { ShellCorrelation, Volume } from "../../model/index.js";
import type { ShellCorrelationOptions } from "./options.js";
import type { VolumePair } from "./result.js";
import { correlate } from "./steps/correlate.js";

/**
 * Fourier shell correlation of two maps `[nz, ny, nx]` of one size and sampling:
 * `sum of F1 F2* / sqrt(sum of |F1|² sum of |F2|²)` over each shell one Fourier pixel wide, from the origin to Nyquist.
 * Frequencies in 1/Å. The correlation of two half maps falls from 1 to 0 where noise takes over; read the resolution off it
 * with {@link resolutionAt}. No mask by default: a mask that both maps share correlates them. A filter that is the same over
 * each shell and vanishes nowhere leaves the correlation as it is; one that varies within shells nearly so.
 *
 * (Harauz & van Heel 1986, "Exact filters for general geometry three dimensional reconstruction", Optik 73, 146.)
 *
 * @throws ShapeError if the sizes differ
 * @throws ValueError if the voxel sizes differ by more than 0.1 %, or voxels are not cubes
 * @row K1
 * @row K2
 * @example
 * ```ts
 * const map = volume(Float32Array.from({ length: 512 }, (_, i) => Math.sin(i * i)), { shape: [8, 8, 8], voxelSizeA: 2 });
 * const fsc = await fourierShellCorrelation({ a: map, b: map });
 * Array.from(fsc.correlation); // [1, 1, 1, 1, 1]
 * ```
 */
export async function fourierShellCorrelation(
  maps: VolumePair,
  options: ShellCorrelationOptions = {},
): Promise<ShellCorrelation> {
  return correlate("fourierShellCorrelation", maps, options.mask, voxelSizeOf, options);
}

function voxelSizeOf(map: Volume): number {
  requireCubicVoxels("fourierShellCorrelation", map);
  return map.voxelSizeA;
}
