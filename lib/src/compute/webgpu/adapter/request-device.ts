/// <reference types="@webgpu/types" preserve="true" />
import { ValueError } from "../../../core/index.js";
import { isSoftware, nameOf } from "./software.js";

/** A device with its name in words. */
export interface OpenDevice {
  readonly device: GPUDevice;
  readonly name: string;
}

/** Limits that are asked for to their full extent; WebGPU grants only its smallest ones unasked. */
const wantedLimits = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxComputeWorkgroupStorageSize",
] as const satisfies readonly (keyof GPUSupportedLimits)[];

/**
 * Opens the fastest adapter of this computer.
 * @throws ValueError if there is none, or only one in software and `allowSoftware` is not set
 */
export async function requestDevice(entry: GPU, allowSoftware: boolean): Promise<OpenDevice> {
  const adapter =
    (await entry.requestAdapter({ powerPreference: "high-performance" })) ??
    (allowSoftware ? await entry.requestAdapter({ forceFallbackAdapter: true }) : null);
  if (adapter === null) {
    throw new ValueError("WebGPU adapter", {
      got: "none",
      wanted: "a graphics card",
      hint: "on Linux its Vulkan driver and the package libvulkan1 must be installed",
    });
  }
  const name = nameOf(adapter.info);
  if (isSoftware(adapter.info) && !allowSoftware) {
    throw new ValueError("WebGPU adapter", {
      got: name,
      wanted: "a graphics card",
      hint: "the wasm backend is faster than an adapter in software; allowSoftware takes it all the same",
    });
  }
  const requiredLimits = Object.fromEntries(wantedLimits.map((limit) => [limit, adapter.limits[limit]]));
  return { device: await adapter.requestDevice({ requiredLimits }), name };
}
