import { readFileSync } from "node:fs";

/** The most memory that a living process has held at once, in units of 10^6 bytes; `null` where there is no /proc. */
export function peakMb(pid: number): number | null {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kibibytes === undefined ? null : (1024 * Number(kibibytes)) / 1e6;
  } catch {
    return null;
  }
}
