import type { OwnBackend } from "../backend.js";
import { gpu } from "./adapter/gpu.js";
import { requestDevice } from "./adapter/request-device.js";
import { arrayOperations } from "./arrays/operations.js";
import { startEngine } from "./device/engine.js";
import { storage } from "./device/storage.js";
import { fourierOperation } from "./fourier/operation.js";
import { sliceOperations } from "./slices/operations.js";

/** Options of {@link webgpuBackend}. */
export interface WebgpuOptions {
  /** Whether an adapter that imitates a graphics card on the processor will do. It is for tests: the wasm backend is faster. */
  readonly allowSoftware?: boolean;
}

/**
 * How far transforms may be from double precision, times log2 N, in relative L2 norm; what other jobs compute is one rounding of
 * float32 or a few.
 */
const tolerance = 2e-7;

/**
 * A backend on the graphics card, by WebGPU: the browser's own, or in Node the optional package `webgpu`.
 *
 * @throws ValueError if there is no WebGPU, no adapter, or only one in software and `allowSoftware` is not set
 */
export async function webgpuBackend({ allowSoftware = false }: WebgpuOptions = {}): Promise<OwnBackend> {
  const { device, name } = await requestDevice(await gpu(), allowSoftware);
  const engine = startEngine(device);
  return {
    name: "webgpu",
    device: name,
    tolerance,
    ...storage(device, engine),
    ...fourierOperation(engine),
    ...arrayOperations(engine),
    ...sliceOperations(device, engine),
    stop: () => device.destroy(),
  };
}
