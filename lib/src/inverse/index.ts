export {
  reconstruct,
  reconstructHalfMaps,
  reconstructionDefaults,
  startReconstruction,
} from "./fourier-reconstruction/index.js";
export type {
  DensityWeights,
  HalfReconstruction,
  HalvedImages,
  ImageSampling,
  PosedImages,
  PosedImageSource,
  Reconstruction,
  ReconstructionOptions,
  ReconstructionSettings,
  Reconstructor,
} from "./fourier-reconstruction/index.js";
