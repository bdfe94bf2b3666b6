import { rotated, rotationFromEuler } from "../../math/index.js";
import type { KaiserBesselBlob, PhantomFeature } from "./features.js";

/** Share of a feature's density at x, y, z voxels from its centre: 1 or 0 for solid shapes, in between for blobs. */
export type Profile = (x: number, y: number, z: number) => number;

/** Radius of a ball about the centre that holds the whole feature, in voxels. */
export function featureExtent(feature: PhantomFeature): number {
  switch (feature.shape) {
    case "sphere":
    case "blob":
      return feature.radius;
    case "ellipsoid":
      return Math.max(...feature.semiAxes);
    case "cylinder":
      return Math.hypot(Math.max(...feature.radii), feature.height / 2);
    case "cone":
      return Math.hypot(feature.radius, feature.height / 2);
    case "box":
      return Math.hypot(...feature.sizes) / 2;
  }
}

/** Volume of a feature in voxels, or the integral of a blob's profile without a closed form: undefined. */
export function featureVolume(feature: PhantomFeature): number | undefined {
  switch (feature.shape) {
    case "sphere":
      return (4 / 3) * Math.PI * feature.radius ** 3;
    case "ellipsoid":
      return (4 / 3) * Math.PI * feature.semiAxes[0] * feature.semiAxes[1] * feature.semiAxes[2];
    case "cylinder":
      return Math.PI * feature.radii[0] * feature.radii[1] * feature.height;
    case "cone":
      return (Math.PI * feature.radius ** 2 * feature.height) / 3;
    case "box":
      return feature.sizes[0] * feature.sizes[1] * feature.sizes[2];
    case "blob":
      return undefined;
  }
}

/** The feature as a function of place. */
export function featureProfile(feature: PhantomFeature): Profile {
  if (feature.shape === "sphere") {
    const limit = feature.radius ** 2;
    return (x, y, z) => (x * x + y * y + z * z <= limit ? 1 : 0);
  }
  if (feature.shape === "blob") return blobProfile(feature);
  const turn = rotationFromEuler(feature.euler);
  const inside = insideOf(feature);
  return (x, y, z) => {
    const [u, v, w] = rotated(turn, [x, y, z]);
    return inside(u, v, w) ? 1 : 0;
  };
}

type Solid = Exclude<PhantomFeature, { shape: "sphere" | "blob" }>;

/** Whether a point in the feature's own axes lies in it. */
function insideOf(feature: Solid): (u: number, v: number, w: number) => boolean {
  switch (feature.shape) {
    case "ellipsoid": {
      const [a, b, c] = feature.semiAxes;
      return (u, v, w) => (u / a) ** 2 + (v / b) ** 2 + (w / c) ** 2 <= 1;
    }
    case "cylinder": {
      const [a, b] = feature.radii;
      return (u, v, w) => Math.abs(w) <= feature.height / 2 && (u / a) ** 2 + (v / b) ** 2 <= 1;
    }
    case "cone":
      return (u, v, w) =>
        Math.abs(w) <= feature.height / 2 && Math.hypot(u, v) <= feature.radius * (0.5 - w / feature.height);
    case "box": {
      const [a, b, c] = feature.sizes;
      return (u, v, w) => Math.abs(u) <= a / 2 && Math.abs(v) <= b / 2 && Math.abs(w) <= c / 2;
    }
  }
}

/** Lewitt 1990, "Multidimensional digital image representations using generalized Kaiser-Bessel window functions". */
function blobProfile({ radius, alpha, order }: KaiserBesselBlob): Profile {
  const peak = besselI(order, alpha);
  return (x, y, z) => {
    const inner = 1 - (x * x + y * y + z * z) / (radius * radius);
    if (inner <= 0) return 0;
    const root = Math.sqrt(inner);
    // at alpha = 0 the ratio of Bessel functions tends to root^order
    const bessel = alpha === 0 ? root ** order : besselI(order, alpha * root) / peak;
    return root ** order * bessel;
  };
}

/** Modified Bessel function of the first kind by its power series, all terms positive; arguments up to 100. */
function besselI(order: number, x: number): number {
  const quarter = (x * x) / 4;
  let term = (x / 2) ** order;
  for (let k = 2; k <= order; k++) term /= k;
  let sum = term;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= quarter / (k * (k + order));
    sum += term;
  }
  return sum;
}
