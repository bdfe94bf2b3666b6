/// <reference types="@webgpu/types" preserve="true" />
import { MemoryError } from "../../../core/index.js";

/** What went wrong on a device since it was last asked: WebGPU tells it late, and to nobody in particular. */
export interface Faults {
  /** Throws what went wrong. */
  throwIfAny(): void;
}

/** Listens to a device. */
export function listenForFaults(device: GPUDevice): Faults {
  let fault: Error | undefined;
  let lost: string | undefined;
  device.addEventListener("uncapturederror", (event) => {
    event.preventDefault();
    fault ??= errorOf((event as GPUUncapturedErrorEvent).error);
  });
  void device.lost.then(({ reason, message }) => {
    lost = message === "" ? reason : message;
  });
  return {
    throwIfAny() {
      if (lost !== undefined) throw new Error(`the graphics card is gone: ${lost}`);
      const told = fault;
      fault = undefined;
      if (told !== undefined) throw told;
    },
  };
}

function errorOf(error: GPUError): Error {
  if (error.constructor.name !== "GPUOutOfMemoryError") return new Error(error.message);
  return new MemoryError("memory of the graphics card", {
    got: error.message,
    wanted: "room for the work",
    hint: "release arrays, or use smaller ones",
  });
}
