import { requireFinite } from "../../core/index.js";
import type { Vector3 } from "../../math/index.js";
import { writeText } from "../text/index.js";

/** Shares of red, green and blue, from 0 to 1. */
export type BildColour = readonly [red: number, green: number, blue: number];

/** Something that Chimera and ChimeraX draw; lengths in Å. */
export type BildShape =
  | {
      readonly shape: "sphere";
      readonly centreA: Vector3;
      readonly radiusA: number;
      readonly colour?: BildColour;
    }
  | {
      readonly shape: "cylinder" | "arrow";
      readonly fromA: Vector3;
      readonly toA: Vector3;
      readonly radiusA: number;
      readonly colour?: BildColour;
    };

/** An arrow's head: its radius in radii of the shaft, and the share of the length before it. What Chimera takes by itself. */
const [headRadii, shaftShare] = [4, 0.75] as const;

/**
 * The text of a BILD file, which Chimera and ChimeraX draw: spheres, cylinders and arrows beside a map.
 *
 * @throws ValueError if a number is not finite
 */
export function encodeBild(shapes: readonly BildShape[]): string {
  let colour: BildColour | undefined;
  return shapes
    .map((shape) => {
      const isNew = shape.colour !== undefined && shape.colour.some((share, i) => share !== colour?.[i]);
      colour = shape.colour ?? colour;
      return `${isNew ? `.color ${words(...colour!)}\n` : ""}${line(shape)}\n`;
    })
    .join("");
}

/** Writes a BILD file. The file appears whole or not at all. @throws FileError if the place is not writable */
export async function writeBild(path: string, shapes: readonly BildShape[]): Promise<void> {
  await writeText(path, encodeBild(shapes));
}

function line(shape: BildShape): string {
  switch (shape.shape) {
    case "sphere":
      return `.sphere ${words(...shape.centreA, shape.radiusA)}`;
    case "cylinder":
      return `.cylinder ${words(...shape.fromA, ...shape.toA, shape.radiusA)}`;
    case "arrow":
      return `.arrow ${words(...shape.fromA, ...shape.toA, shape.radiusA, headRadii * shape.radiusA, shaftShare)}`;
  }
}

/** Numbers to 0.0001, without zeros at their ends. */
function words(...numbers: readonly number[]): string {
  return numbers.map((value) => String(Number(requireFinite("BILD", value, "Å").toFixed(4)))).join(" ");
}
