import { ShapeError, ValueError } from "../../core/index.js";
import { requirePoses } from "../../forward/index.js";
import { requireSameSampling } from "../../model/index.js";
import type { Ctf, ImageStack, Pose } from "../../model/index.js";
import type { ImageSampling } from "./options.js";

/** Images of particles whose poses are known. */
export interface PosedImages {
  /** `[count, n, n]`. */
  readonly images: ImageStack;
  /** One for each image. */
  readonly poses: readonly Pose[];
  /** What the microscope did to them: one for all, or one for each. Default nothing. */
  readonly ctf?: Ctf | readonly Ctf[];
}

/** The sides and sampling of images, which must be square. */
export function samplingOf({ images: { shape, pixelSizeA } }: PosedImages): ImageSampling {
  const [, ny, nx] = shape;
  if (ny !== nx) {
    throw new ShapeError("reconstruction: images", { got: `[${ny}, ${nx}]`, wanted: "square ones" });
  }
  return { boxSizePx: nx, pixelSizeA };
}

/** Throws unless images fit together with their poses, and with those that came before. */
export function requirePosedImages(views: PosedImages, wanted: ImageSampling): void {
  const { boxSizePx, pixelSizeA } = samplingOf(views);
  const [count] = views.images.shape;
  requirePoses("reconstruction", views.poses, views.ctf);
  if (views.poses.length !== count) {
    throw new ShapeError("reconstruction: poses", {
      got: `${views.poses.length}`,
      wanted: `${count}: one for each image`,
    });
  }
  if (boxSizePx !== wanted.boxSizePx) {
    throw new ShapeError("reconstruction: images", {
      got: `${boxSizePx} px wide`,
      wanted: `${wanted.boxSizePx} px, as those before`,
    });
  }
  requireSameSampling("reconstruction: images", wanted.pixelSizeA, pixelSizeA);
}

/** The contrast transfer function of image `index`. */
export function ctfOf({ ctf }: PosedImages, index: number): Ctf | undefined {
  return isList(ctf) ? ctf[index] : ctf;
}

function isList(ctf: PosedImages["ctf"]): ctf is readonly Ctf[] {
  return Array.isArray(ctf);
}

/** Throws the error of a stream that holds nothing. */
export function noImages(): never {
  throw new ValueError("reconstruction: images", { got: "none", wanted: "at least one" });
}
