export {
  backprojectImage,
  prepareProjector,
  projectFrom,
  projectionDefaults,
  projectVolume,
} from "./project/index.js";
export type { ProjectOptions, Projector, ProjectorOptions, Viewpoint } from "./project/index.js";
