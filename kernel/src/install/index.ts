export { kernelName, kernelNodeFlags, kernelspecDefaults, writeKernelspec } from "./kernelspec.js";
export type { KernelspecOptions } from "./kernelspec.js";
