/// <reference types="@webgpu/types" preserve="true" />
import type { Backend } from "../../backend.js";
import { requireRange } from "../../jobs/check-array-job.js";
import { allocate, bufferOf, readNumbers, releaseBuffer, writeNumbers } from "./buffers.js";
import type { Engine } from "./engine.js";

/** The operations that bring numbers to the device and back. */
export function storage(
  device: GPUDevice,
  engine: Engine,
): Pick<Backend, "allocate" | "release" | "write" | "read" | "clear"> {
  return {
    allocate: (length, what) => allocate(device, length, what),
    release: (...arrays) => arrays.forEach(releaseBuffer),
    write(to, numbers, at = 0) {
      requireRange("write", to, at, numbers.length);
      writeNumbers(device, to, numbers, at);
    },
    async read(from, into, at = 0) {
      requireRange("read", from, at, into.length);
      await engine.turn(() => readNumbers(device, from, into, at));
      return into;
    },
    clear: (array) =>
      engine.turn(async () => {
        const encoder = device.createCommandEncoder();
        encoder.clearBuffer(bufferOf(array));
        device.queue.submit([encoder.finish()]);
        await device.queue.onSubmittedWorkDone();
      }),
  };
}
