import type { Random } from "../core/index.js";
import { rotationFromQuaternion } from "./quaternion.js";
import type { Rotation } from "./rotation.js";

/**
 * A rotation drawn uniformly from all of them (Shoemake 1992, "Uniform random rotations", Graphics Gems III, 124):
 * every direction of projection and every turn in the plane is as likely as any other. It takes three numbers from `random`.
 *
 * @example
 * ```ts
 * const rotation = randomRotation(seeded(7)); // the same nine numbers each time
 * ```
 */
export function randomRotation(random: Random): Rotation {
  const share = random.uniform();
  const first = 2 * Math.PI * random.uniform();
  const second = 2 * Math.PI * random.uniform();
  const [low, high] = [Math.sqrt(1 - share), Math.sqrt(share)];
  return rotationFromQuaternion([
    high * Math.cos(second),
    low * Math.sin(first),
    low * Math.cos(first),
    high * Math.sin(second),
  ]);
}
