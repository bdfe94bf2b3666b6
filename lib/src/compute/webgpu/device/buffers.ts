/// <reference types="@webgpu/types" preserve="true" />
import { MemoryError, ValueError, requireInteger } from "../../../core/index.js";
import type { Resident } from "../../resident.js";

/** Numbers in the memory of a graphics card. */
interface GpuResident extends Resident {
  buffer: GPUBuffer | undefined;
}

const bytesPerNumber = 4;

/**
 * A buffer for `length` numbers.
 * @throws MemoryError if one binding of this device can't hold them
 */
export function createBuffer(device: GPUDevice, length: number, what: string): GPUBuffer {
  const most = Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize);
  const bytes = Math.max(2, length) * bytesPerNumber;
  if (bytes > most) {
    throw new MemoryError(what, {
      got: `${bytes} bytes`,
      wanted: `at most ${most} bytes in one array of this graphics card`,
      hint: "work in smaller parts, or use the wasm backend",
    });
  }
  const usage = bufferUsage.storage | bufferUsage.copyFrom | bufferUsage.copyTo;
  return device.createBuffer({ label: what, size: bytes, usage });
}

/** The flags of buffers, by value: Node has no global names for them. */
export const bufferUsage = {
  mapRead: 0x1,
  copyFrom: 0x4,
  copyTo: 0x8,
  uniform: 0x40,
  storage: 0x80,
} as const;

/** An array of `length` numbers, all 0. */
export function allocate(device: GPUDevice, length: number, what: string): Resident {
  requireInteger("length", length, 0);
  const resident: GpuResident = { length, buffer: createBuffer(device, length, what) };
  return resident;
}

/** Gives the room of an array back; what was given back before, or is none, is passed over. */
export function releaseBuffer(resident: Resident | undefined): void {
  const array = resident as GpuResident | undefined;
  if (array?.buffer === undefined) return;
  array.buffer.destroy();
  array.buffer = undefined;
}

/** The buffer of an array. @throws ValueError if it was released, or is another backend's */
export function bufferOf(resident: Resident): GPUBuffer {
  const { buffer } = resident as GpuResident;
  if (buffer !== undefined) return buffer;
  throw new ValueError("array of the webgpu backend", {
    got: "one that was released or belongs to another backend",
    wanted: "an array this backend has allocated",
  });
}

/** Copies numbers into an array, from place `at` on. */
export function writeNumbers(device: GPUDevice, to: Resident, numbers: Float32Array, at: number): void {
  const owned =
    numbers.buffer instanceof ArrayBuffer ? (numbers as Float32Array<ArrayBuffer>) : numbers.slice();
  device.queue.writeBuffer(bufferOf(to), at * bytesPerNumber, owned);
}

/** Numbers that are read at once: more would double the memory that reading takes. */
const readAtOnce = 1 << 24;

/** Copies numbers out of an array, from place `at` on. */
export async function readNumbers(
  device: GPUDevice,
  from: Resident,
  into: Float32Array,
  at: number,
): Promise<void> {
  for (let done = 0; done < into.length; done += readAtOnce) {
    const length = Math.min(readAtOnce, into.length - done);
    const size = length * bytesPerNumber;
    const copy = device.createBuffer({ size, usage: bufferUsage.mapRead | bufferUsage.copyTo });
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(bufferOf(from), (at + done) * bytesPerNumber, copy, 0, size);
    device.queue.submit([encoder.finish()]);
    await copy.mapAsync(bufferUsage.mapRead);
    into.set(new Float32Array(copy.getMappedRange()), done);
    copy.destroy();
  }
}
