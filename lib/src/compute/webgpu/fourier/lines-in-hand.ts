import type { EngineLimits } from "../device/engine.js";

/** The most elements that a workgroup holds: with 256 invocations sixteen each, which stay in registers. */
const mostElements = 4096;

/** Elements that make a workgroup busy; short lines are taken together until there are as many. */
const busyElements = 2048;

/** The most elements that a workgroup of this device holds. */
export function mostHeld({ sharedComplex }: EngineLimits): number {
  return Math.min(mostElements, sharedComplex);
}

/** Lines that a workgroup has in hand: a power of two, four at least where they fit, and no more than there are. */
export function linesInHand(length: number, lines: number, most: number): number {
  let lanes = 1;
  const fits = (more: number): boolean => more * length <= (more <= 4 ? most : Math.min(most, busyElements));
  while (lanes < 32 && lanes < lines && fits(2 * lanes)) lanes *= 2;
  return lanes;
}
