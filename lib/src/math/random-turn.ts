import { degToRad, requireBetween } from "../core/index.js";
import type { Random } from "../core/index.js";
import type { Rotation, Vector3 } from "./rotation.js";
import { rotationFromVector } from "./rotation-vector.js";

/** How far a random turn may go. */
export interface RandomTurnOptions {
  /** Largest angle, in degrees from 0 to 180. */
  readonly largestDeg: number;
}

/**
 * A rotation drawn uniformly from all those by at most `largestDeg` about any axis. After a rotation, or before it,
 * it moves it to a uniform place in the ball around it: a start for a local search, or the small common turn
 * that keeps a search from seeing the same grid each time. Angles lie as `1 - cos`, axes uniformly.
 *
 * @throws ValueError if the largest angle is not in [0, 180]
 * @example
 * ```ts
 * const turn = randomTurn(seeded(7), { largestDeg: 5 });
 * angleBetweenDeg(identityRotation, turn) <= 5; // true
 * ```
 */
export function randomTurn(random: Random, { largestDeg }: RandomTurnOptions): Rotation {
  const largest = degToRad(requireBetween("largestDeg", largestDeg, 0, 180, "degrees"));
  const axis: Vector3 = [random.normal(), random.normal(), random.normal()];
  const scale = drawnAngle(random, largest) / Math.hypot(...axis);
  return rotationFromVector([scale * axis[0], scale * axis[1], scale * axis[2]]);
}

/** An angle with density as `sin²(angle / 2)`: one as `angle²` is drawn, and kept as often as the first asks. */
function drawnAngle(random: Random, largest: number): number {
  for (;;) {
    const angle = largest * Math.cbrt(random.uniform());
    const half = angle / 2;
    const keep = half === 0 ? 1 : (Math.sin(half) / half) ** 2;
    if (random.uniform() < keep) return angle;
  }
}
