/// <reference types="@webgpu/types" preserve="true" />
import { nodeGpu } from "./node-gpu.js";

/** Held for as long as the program runs: work under way ends in a crash when the entry to WebGPU is collected before it. */
let entry: Promise<GPU> | undefined;

/**
 * The entry to WebGPU: the browser's own, or the package `webgpu` in Node. An entry that is merely held does not keep Node
 * from ending.
 * @throws ValueError if there is none
 */
export function gpu(): Promise<GPU> {
  const ofBrowser = (globalThis as { readonly navigator?: { readonly gpu?: GPU } }).navigator?.gpu;
  entry ??= ofBrowser === undefined ? nodeGpu() : Promise.resolve(ofBrowser);
  entry.catch(() => {
    entry = undefined; // so that the package can be installed meanwhile
  });
  return entry;
}
