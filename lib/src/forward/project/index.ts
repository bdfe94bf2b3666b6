export { backprojectImage } from "./backproject.js";
export { projectFrom, projectVolume } from "./project.js";
export type { ProjectOptions, Viewpoint } from "./project.js";
export { prepareProjector, projectionDefaults } from "./projector.js";
export type { Projector, ProjectorOptions } from "./projector.js";
