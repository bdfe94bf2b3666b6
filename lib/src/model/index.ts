export { assembled } from "./assembled.js";
export type { Assembly, AssemblyPart, RigidMotion } from "./assembly.js";
export { atoms } from "./atoms.js";
export type { AtomColumns, Atoms, AtomsOptions } from "./atoms.js";
export { ctf } from "./ctf.js";
export type { Ctf, CtfOptions } from "./ctf.js";
export { curve } from "./curve.js";
export type { Crossing, Curve, CurveParts, Quantity, Series } from "./curve.js";
export { describe } from "./describe.js";
export type { Noun } from "./describe.js";
export { histogramOf } from "./histogram.js";
export type { Histogram } from "./histogram.js";
export { image, imageStack } from "./image.js";
export type { Image, ImageOptions, ImageStack, ImageStackOptions } from "./image.js";
export { opticsGroup } from "./optics.js";
export type { OpticsGroup } from "./optics.js";
export { ctfOf, opticsOf, particles, poseOf } from "./particles.js";
export type {
  Coordinates,
  FileReferences,
  ImageReferences,
  ParticleAngles,
  ParticleColumns,
  ParticleDefocus,
  Particles,
} from "./particles.js";
export type { Pose, ShiftPx } from "./pose.js";
export type { Provenance } from "./provenance.js";
export { pseudoAtoms } from "./pseudo-atoms.js";
export type { PseudoAtomsOptions } from "./pseudo-atoms.js";
export { selectAtoms } from "./select-atoms.js";
export { selectParticles } from "./select-particles.js";
export { shellCorrelationOf } from "./shell-correlation.js";
export type { ShellCorrelation } from "./shell-correlation.js";
export { powerSpectrumOf } from "./spectrum.js";
export type { PowerSpectrum } from "./spectrum.js";
export { numbersOf, selectRows, table, wordsOf } from "./table.js";
export type { Column, Table } from "./table.js";
export { unitCell } from "./unit-cell.js";
export type { UnitCell } from "./unit-cell.js";
export { halfMaps, requireCubicVoxels, requireSameSampling, volume } from "./volume.js";
export type { HalfMaps, Volume, VolumeOptions } from "./volume.js";
