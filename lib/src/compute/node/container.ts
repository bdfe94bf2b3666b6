/** Reads a small file of the system, or nothing where it is not there. */
export type ReadIfThere = (file: string) => string | undefined;

/** Files of Linux's control groups, version 2 and version 1, that tell a container its limits. */
const memoryFiles = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];
const quotaFile = "/sys/fs/cgroup/cpu.max";
const oldQuotaFiles = ["/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "/sys/fs/cgroup/cpu/cpu.cfs_period_us"];

/** What this process's container allows: memory in bytes and cores, `Infinity` where it sets no limit. */
export function containerLimits(read: ReadIfThere): { memoryBytes: number; cores: number } {
  const bytes = memoryFiles.map((file) => Number(read(file))).filter((limit) => limit > 0);
  const words = read(quotaFile)?.split(" ") ?? oldQuotaFiles.map((file) => read(file) ?? "");
  const [quota, period] = words.map(Number);
  return {
    memoryBytes: Math.min(Infinity, ...bytes),
    cores: quota! > 0 && period! > 0 ? quota! / period! : Infinity,
  };
}

/** Memory that Linux could give without swapping, in bytes: what is free, and caches that can go. */
export function memAvailable(read: ReadIfThere): number | undefined {
  const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(read("/proc/meminfo") ?? "")?.[1];
  return kib === undefined ? undefined : 1024 * Number(kib);
}
