/// <reference types="@webgpu/types" preserve="true" />
import { ValueError } from "../../../core/index.js";

interface NodeWebgpu {
  create(options: readonly string[]): GPU;
}

/** A driver in software takes seconds to compile a kernel when it is to set shared memory to 0 itself; WebGPU's own loop takes none. */
const settings = ["disable-dawn-features=use_vulkan_zero_initialize_workgroup_memory_extension"] as const;

/**
 * WebGPU for Node, from the optional package `webgpu`.
 * @throws ValueError if the package is not installed, or this system can't load it
 */
export async function nodeGpu(): Promise<GPU> {
  const name = "webgpu"; // by a variable, so that bundlers and type checkers leave an optional package alone
  try {
    const { create } = (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as NodeWebgpu;
    return create(settings);
  } catch (cause) {
    throw new ValueError("WebGPU", {
      got: cause instanceof Error ? cause.message.split("\n")[0] : cause,
      wanted: "the package webgpu",
      hint: "npm install webgpu",
      cause,
    });
  }
}
