export { reconstructionDefaults } from "./options.js";
export type {
  DensityWeights,
  ImageSampling,
  ReconstructionOptions,
  ReconstructionSettings,
} from "./options.js";
export type { PosedImages } from "./posed-images.js";
export { reconstruct } from "./reconstruct.js";
export type { PosedImageSource } from "./reconstruct.js";
export { reconstructHalfMaps } from "./reconstruct-half-maps.js";
export type { HalfReconstruction, HalvedImages } from "./reconstruct-half-maps.js";
export { startReconstruction } from "./reconstructor.js";
export type { Reconstruction, Reconstructor } from "./reconstructor.js";
