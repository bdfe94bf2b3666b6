/// <reference types="@webgpu/types" preserve="true" />
import type { Kernel } from "./kernel.js";

/** Gives the compiled form of a kernel; compiled once. */
export type Pipelines = (kernel: Kernel) => Promise<GPUComputePipeline>;

/** Compiles kernels for a device and keeps them. */
export function startPipelines(device: GPUDevice): Pipelines {
  const compiled = new Map<string, Promise<GPUComputePipeline>>();
  return ({ name, code }) => {
    const known = compiled.get(code);
    if (known !== undefined) return known;
    const made = compile(device, name, code);
    compiled.set(code, made);
    return made;
  };
}

async function compile(device: GPUDevice, name: string, code: string): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ label: name, code });
  const { messages } = await module.getCompilationInfo();
  const wrong = messages.find(({ type }) => type === "error");
  if (wrong !== undefined) throw new Error(`kernel "${name}", line ${wrong.lineNum}: ${wrong.message}`);
  return device.createComputePipelineAsync({
    label: name,
    layout: "auto",
    compute: { module, entryPoint: "main" },
  });
}
