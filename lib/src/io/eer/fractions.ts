import { requireInteger, requirePositive, ValueError } from "../../core/index.js";

/** How many of the camera's frames are summed into one frame of the movie. */
export type EerFractionation =
  /** So many of the camera's frames; a rest that does not fill one is left out, as in RELION. */
  | { readonly framesPerFraction: number }
  /** So many frames of the movie, as long as they come out alike; a rest is left out. */
  | { readonly fractions: number }
  /** As many of the camera's frames as come nearest to a dose, from the dose of one of them. */
  | { readonly dosePerFractionEPerA2: number; readonly dosePerFrameEPerA2: number };

/** The camera's frames in one of the movie's. @throws ValueError if that is none, or more than there are */
export function framesPerFraction(fractionation: EerFractionation, frames: number): number {
  if ("framesPerFraction" in fractionation) {
    return requireInteger("framesPerFraction", fractionation.framesPerFraction, 1, frames);
  }
  if ("fractions" in fractionation) {
    return Math.floor(frames / requireInteger("fractions", fractionation.fractions, 1, frames));
  }
  const dose = requirePositive("dosePerFractionEPerA2", fractionation.dosePerFractionEPerA2, "e/Å²");
  const perFrame = requirePositive("dosePerFrameEPerA2", fractionation.dosePerFrameEPerA2, "e/Å²");
  const count = Math.max(1, Math.round(dose / perFrame));
  if (count <= frames) return count;
  throw new ValueError("dosePerFractionEPerA2", {
    got: dose,
    wanted: `at most ${frames * perFrame}, the dose of all ${frames} frames`,
  });
}
