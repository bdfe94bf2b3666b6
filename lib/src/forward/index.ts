export { contrastTransfer, contrastTransferAt, electronWavelengthA } from "./ctf/index.js";
export type { ContrastOptions, ContrastTransferOptions, ParticleContrast } from "./ctf/index.js";
export {
  backproject,
  backprojectImage,
  backprojectRealSpace,
  prepareProjector,
  projectFrom,
  projectionDefaults,
  projectRealSpace,
  projectVolume,
  releaseProjector,
} from "./project/index.js";
export type {
  BackprojectOptions,
  LensOptions,
  PosesOptions,
  ProjectOptions,
  Projector,
  ProjectorOptions,
  RealSpaceOptions,
  Viewpoint,
} from "./project/index.js";
export { cropFrom, quietly, requirePoses, resolvePadding, rotationsOf } from "./project/index.js";
export type { Padding } from "./project/index.js";
