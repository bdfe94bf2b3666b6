export { backproject, backprojectImage } from "./backproject.js";
export type { BackprojectOptions } from "./backproject.js";
export { projectionDefaults } from "./options.js";
export type { LensOptions, PosesOptions, ProjectOptions, ProjectorOptions, Viewpoint } from "./options.js";
export { projectFrom, projectVolume } from "./project.js";
export { prepareProjector, releaseProjector } from "./projector.js";
export type { Projector } from "./projector.js";
export { backprojectRealSpace, projectRealSpace } from "./real-space.js";
export type { RealSpaceOptions } from "./real-space.js";
// what reconstruction shares with projection
export { quietly, requirePoses, rotationsOf } from "./chunks.js";
export { cropFrom, resolvePadding } from "./padded.js";
export type { Padding } from "./padded.js";
