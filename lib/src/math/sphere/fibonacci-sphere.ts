import { requireInteger } from "../../core/index.js";
import type { Vector3 } from "../rotation.js";

/** The turn from one point to the next: the smaller part of a whole turn cut in the golden section. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * Any number of unit vectors spread evenly over the sphere, along a spiral from one pole to the other
 * (González 2010, "Measurement of areas on a sphere using Fibonacci and latitude-longitude lattices", Math. Geosci. 42, 49).
 * Heights are even, so each has the same area around it.
 *
 * @throws ValueError if the count is not a whole number of at least 1
 * @example
 * ```ts
 * fibonacciSphere(500).length; // 500
 * ```
 */
export function fibonacciSphere(count: number): Vector3[] {
  requireInteger("count", count, 1);
  return Array.from({ length: count }, (_, i): Vector3 => {
    const z = 1 - (2 * i + 1) / count;
    const sine = Math.sqrt(1 - z * z);
    return [sine * Math.cos(i * goldenAngle), sine * Math.sin(i * goldenAngle), z];
  });
}
