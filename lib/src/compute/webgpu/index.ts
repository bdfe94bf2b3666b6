export { webgpuBackend } from "./backend.js";
export type { WebgpuOptions } from "./backend.js";
