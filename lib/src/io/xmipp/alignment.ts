import { degToRad } from "../../core/index.js";
import type { ParticleColumns } from "../../model/index.js";
import type { ColumnTaker } from "../relion/columns.js";
import type { GroupedOptics } from "../relion/index.js";

/** One alignment as Xmipp states it: degrees, and pixels of the image. */
export interface XmippAlignment {
  readonly rotDeg: number;
  readonly tiltDeg: number;
  readonly psiDeg: number;
  readonly shiftX: number;
  readonly shiftY: number;
  /** Whether the image is mirrored in x. */
  readonly flip: boolean;
}

/** A pose as RELION has it, its shift in pixels of the image. */
export type PixelPose = Omit<XmippAlignment, "flip">;

/**
 * The pose of an image that is aligned with a projection. The image shifted, and mirrored where Xmipp says so, is the projection:
 * a mirrored one is the view from behind, along the opposite direction.
 */
export function fromProjection({ flip, ...pose }: XmippAlignment): PixelPose {
  if (!flip) return pose;
  const { rotDeg, tiltDeg, psiDeg, shiftX, shiftY } = pose;
  return {
    rotDeg: rotDeg > 0 ? rotDeg - 180 : rotDeg + 180,
    tiltDeg: 180 - tiltDeg,
    psiDeg: psiDeg >= 0 ? 180 - psiDeg : -180 - psiDeg,
    shiftX: -shiftX,
    shiftY,
  };
}

/**
 * The pose of an image that is aligned in the plane. Xmipp turns the image by psi, mirrors it, then shifts it; a pose says how the
 * particle lies in the image as it is: the turn is the inverse, and the shift is seen from within the image.
 */
export function fromPlane({ psiDeg, shiftX, shiftY, flip }: XmippAlignment): PixelPose {
  const [cosine, sine] = [Math.cos(degToRad(psiDeg)), Math.sin(degToRad(psiDeg))];
  const x = flip ? -shiftX : shiftX;
  return {
    rotDeg: 0,
    tiltDeg: flip ? 180 : 0,
    psiDeg: -psiDeg,
    shiftX: cosine * x - sine * shiftY,
    shiftY: sine * x + cosine * shiftY,
  };
}

/**
 * Angles and shifts of a table: alignments with projections where there is a tilt, otherwise in the plane.
 */
export function alignmentOf(
  take: ColumnTaker,
  { optics, group }: GroupedOptics,
): Pick<ParticleColumns, "angles" | "shiftA"> {
  const count = group.length;
  const none = (): Float64Array => new Float64Array(count);
  const [rot, tilt, psi] = ["angleRot", "angleTilt", "anglePsi"].map((label) => take.numbers(label));
  const shifts = take.together("shiftX", "shiftY");
  if (psi === undefined && tilt === undefined && shifts === undefined) return {};
  const flips = take.numbers("flip") ?? none();
  const convert = tilt === undefined ? fromPlane : fromProjection;
  const angles = { rotDeg: none(), tiltDeg: none(), psiDeg: none() };
  const shiftA = { x: none(), y: none() };
  for (let row = 0; row < count; row++) {
    const pose = convert({
      rotDeg: rot?.[row] ?? 0,
      tiltDeg: tilt?.[row] ?? 0,
      psiDeg: psi?.[row] ?? 0,
      shiftX: shifts?.[0]![row] ?? 0,
      shiftY: shifts?.[1]![row] ?? 0,
      flip: flips[row]! > 0,
    });
    const { pixelSizeA } = optics[group[row]!]!;
    angles.rotDeg[row] = pose.rotDeg;
    angles.tiltDeg[row] = pose.tiltDeg;
    angles.psiDeg[row] = pose.psiDeg;
    shiftA.x[row] = pose.shiftX * pixelSizeA;
    shiftA.y[row] = pose.shiftY * pixelSizeA;
  }
  return { angles, ...(shifts && { shiftA }) };
}
