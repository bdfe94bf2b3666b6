import type { Rotation } from "../math/index.js";

/** How far something is moved in the plane of an image, in pixels: `x` to higher columns, `y` to higher rows. */
export interface ShiftPx {
  readonly x: number;
  readonly y: number;
}

/** How a particle lies in its image. */
export interface Pose {
  /** Takes the map's coordinates to the image's; its third row is the direction of projection, see `rotationFromEuler`. */
  readonly rotation: Rotation;
  /**
   * What, added to the image, brings the particle to the centre, as RELION's `rlnOriginX` and `rlnOriginY`: the particle
   * itself lies at minus this from the origin. Default none.
   */
  readonly shiftPx?: ShiftPx;
}
