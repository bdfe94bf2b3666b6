import { reply, type Reply } from "./outcome.js";
import { fields, maybe, number, text, whole, type Schema } from "./schema.js";

/** Memory of the whole machine, in bytes; `percent` is the part in use. */
export interface HostMemory {
  readonly total: number;
  readonly available: number;
  readonly used: number;
  readonly free: number;
  readonly active: number;
  readonly inactive: number;
  readonly percent: number;
}

/** What the kernel and the programs that it started take of the machine. */
export interface Usage {
  readonly hostname: string;
  readonly pid: number;
  /** Since the last question, in percent of one processor. */
  readonly kernel_cpu: number;
  /** Resident memory in bytes. */
  readonly kernel_memory: number;
  readonly cpu_count: number;
  /** Since the last question, in percent of all processors; missing at the first. */
  readonly host_cpu_percent?: number;
  readonly host_virtual_memory: HostMemory;
}

export const usageReply: Schema<Reply<Usage>> = reply(
  fields<Usage>({
    hostname: text,
    pid: whole,
    kernel_cpu: number,
    kernel_memory: number,
    cpu_count: whole,
    host_cpu_percent: maybe(number),
    host_virtual_memory: fields<HostMemory>({
      total: number,
      available: number,
      used: number,
      free: number,
      active: number,
      inactive: number,
      percent: number,
    }),
  }),
);
