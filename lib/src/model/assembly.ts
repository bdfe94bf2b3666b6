import type { Rotation, Vector3 } from "../math/index.js";

/** A turn about the origin, then a shift. */
export interface RigidMotion {
  readonly rotation: Rotation;
  readonly translationA: Vector3;
}

/** Copies of some chains of a model. */
export interface AssemblyPart {
  /** As `archiveChain` of the atoms names them. */
  readonly chains: readonly string[];
  /** One for each copy; the first mostly leaves the chains where they are. */
  readonly motions: readonly RigidMotion[];
}

/** How the molecule at work is put together: a capsid from the protein of one file. */
export interface Assembly {
  readonly name: string;
  readonly parts: readonly AssemblyPart[];
}
