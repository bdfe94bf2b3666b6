/// <reference types="@webgpu/types" preserve="true" />
import { createBuffer } from "./buffers.js";

/** What a job needs beside its arrays. */
export interface JobMemory {
  /** Room for `length` numbers until the job ends; what it holds is not known. */
  scratch(length: number): GPUBuffer;
  /** Numbers of this job alone, on the device. */
  upload(numbers: Float32Array<ArrayBuffer>): GPUBuffer;
  /** Numbers that other jobs need as well; made on first use. */
  table(key: string, make: () => Float32Array<ArrayBuffer>): GPUBuffer;
}

/** The memory of a device, from one job to the next. */
export interface KeptMemory extends JobMemory {
  /** Takes back what the job had, and keeps a part of it for the next one. */
  endJob(): void;
}

/** Bytes of scratch and of tables that are kept between jobs, each: a transform of 256^3 finds its room again. */
const mostKeptBytes = 2 ** 28;

/** Memory of which nothing is used yet. */
export function startMemory(device: GPUDevice): KeptMemory {
  const tables = new Map<string, GPUBuffer>();
  let free: GPUBuffer[] = [];
  let taken: GPUBuffer[] = [];

  function scratch(length: number): GPUBuffer {
    const bytes = 4 * length;
    const at = free.findIndex(({ size }) => size >= bytes && size <= 2 * bytes);
    const buffer = at < 0 ? createBuffer(device, length, "scratch of a job") : free.splice(at, 1)[0]!;
    taken.push(buffer);
    return buffer;
  }
  return {
    scratch,
    upload(numbers) {
      const buffer = scratch(numbers.length);
      device.queue.writeBuffer(buffer, 0, numbers);
      return buffer;
    },
    table(key, make) {
      const known = tables.get(key);
      if (known !== undefined) return known;
      const numbers = make();
      const buffer = createBuffer(device, numbers.length, key);
      device.queue.writeBuffer(buffer, 0, numbers);
      tables.set(key, buffer);
      return buffer;
    },
    endJob() {
      free = keepFirst([...taken, ...free]);
      taken = [];
      if (bytesOf(tables.values()) <= mostKeptBytes) return;
      for (const table of tables.values()) table.destroy();
      tables.clear();
    },
  };
}

/** Keeps the buffers used last, as many as there is room for, and gives up the others. */
function keepFirst(buffers: readonly GPUBuffer[]): GPUBuffer[] {
  let bytes = 0;
  return buffers.filter((buffer) => {
    const keep = bytes + buffer.size <= mostKeptBytes;
    if (keep) bytes += buffer.size;
    else buffer.destroy();
    return keep;
  });
}

function bytesOf(buffers: Iterable<GPUBuffer>): number {
  let bytes = 0;
  for (const { size } of buffers) bytes += size;
  return bytes;
}
