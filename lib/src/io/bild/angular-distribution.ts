import { requirePositive } from "../../core/index.js";
import { healpixCentre, healpixPixel, projectionDirection, rotationFromEuler } from "../../math/index.js";
import type { Vector3 } from "../../math/index.js";
import type { ParticleAngles } from "../../model/index.js";
import type { BildColour, BildShape } from "./encode.js";

/** What {@link angularDistribution} takes beside the angles. */
export interface AngularDistributionOptions {
  /** Radius of the ball on which the bars stand, in Å. */
  readonly radiusA: number;
  /** Its centre: the middle of the map. */
  readonly centreA: Vector3;
  /** Fineness: 12 nside² directions. Default 8: 768, some 7 degrees apart. */
  readonly nside?: number;
}

/** The longest bar, and a bar's width, as shares of the ball's radius. */
const [longest, width] = [0.5, 0.02] as const;

/**
 * How often particles are seen from each direction, as bars on a ball around a map: the longest and reddest stands where most look
 * from, the shortest and bluest where fewest do; none where nobody does.
 *
 * @throws ValueError if the radius is not above 0, or an angle not finite
 * @example
 * ```ts
 * import { angularDistribution } from "vitrine";
 * const angles = { rotDeg: Float64Array.of(0, 0), tiltDeg: Float64Array.of(0, 1), psiDeg: Float64Array.of(5, 9) };
 * angularDistribution(angles, { radiusA: 100, centreA: [0, 0, 0] }).length;   // 1
 * ```
 */
export function angularDistribution(
  { rotDeg, tiltDeg, psiDeg }: ParticleAngles,
  { radiusA, centreA, nside = 8 }: AngularDistributionOptions,
): readonly BildShape[] {
  requirePositive("radiusA", radiusA, "Å");
  const counts = new Map<number, number>();
  for (const [i, rot] of rotDeg.entries()) {
    const rotation = rotationFromEuler({ rotDeg: rot, tiltDeg: tiltDeg[i]!, psiDeg: psiDeg[i]! });
    const pixel = healpixPixel(projectionDirection(rotation), { nside });
    counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  }
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  return Array.from(counts, ([pixel, count]): BildShape => {
    const share = count / most;
    const direction = healpixCentre(pixel, { nside });
    const at = (radius: number): Vector3 =>
      [0, 1, 2].map((axis) => centreA[axis]! + radius * direction[axis]!) as unknown as Vector3;
    const colour: BildColour = [share, 0, 1 - share];
    return {
      shape: "cylinder",
      fromA: at(radiusA),
      toA: at(radiusA * (1 + longest * share)),
      radiusA: width * radiusA,
      colour,
    };
  });
}
