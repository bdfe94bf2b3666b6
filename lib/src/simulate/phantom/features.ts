/** How a feature meets what is already there: `"set"` (`=` in the text) replaces the density, `"add"` (`+`) adds to it. */
export type Combination = "set" | "add";

interface Placed {
  readonly combination: Combination;
  readonly density: number;
  /** Centre as x, y, z in voxels of the description, from the origin. */
  readonly centre: readonly [x: number, y: number, z: number];
}

interface Turned {
  /** ZYZ angles in degrees: `rotationFromEuler` of them takes the map's axes to the feature's own. */
  readonly euler: { readonly rotDeg: number; readonly tiltDeg: number; readonly psiDeg: number };
}

export interface Sphere extends Placed {
  readonly shape: "sphere";
  readonly radius: number;
}
export interface Ellipsoid extends Placed, Turned {
  readonly shape: "ellipsoid";
  readonly semiAxes: readonly [x: number, y: number, z: number];
}
/** An elliptic cylinder along the feature's own z; `height` is its whole length. */
export interface Cylinder extends Placed, Turned {
  readonly shape: "cylinder";
  readonly radii: readonly [x: number, y: number];
  readonly height: number;
}
/** A cone whose base of `radius` lies at -height / 2 on the feature's own z and whose tip at +height / 2. */
export interface Cone extends Placed, Turned {
  readonly shape: "cone";
  readonly radius: number;
  readonly height: number;
}
/** A box; `sizes` are its whole side lengths. */
export interface Box extends Placed, Turned {
  readonly shape: "box";
  readonly sizes: readonly [x: number, y: number, z: number];
}
/** A Kaiser-Bessel blob: density times (1 - (r/a)²)^(m/2) I_m(alpha sqrt(1 - (r/a)²)) / I_m(alpha) for r below a. */
export interface KaiserBesselBlob extends Placed {
  readonly shape: "blob";
  readonly radius: number;
  readonly alpha: number;
  readonly order: 0 | 1 | 2 | 3 | 4;
}

/** One feature of a geometrical description. */
export type PhantomFeature = Sphere | Ellipsoid | Cylinder | Cone | Box | KaiserBesselBlob;

/** A geometrical description of a map: a background and features on a grid of `shape` voxels. */
export interface PhantomDescription {
  readonly kind: "phantom-description";
  /** `[nz, ny, nx]` of the grid whose voxels are the unit of length. */
  readonly shape: readonly [nz: number, ny: number, nx: number];
  readonly background: number;
  readonly features: readonly PhantomFeature[];
}
