import fs from "node:fs";
import os from "node:os";

/** Files of Linux's control groups, version 2 and version 1, that tell a container its limits. */
const memoryFiles = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];
const quotaFile = "/sys/fs/cgroup/cpu.max";
const oldQuotaFiles = ["/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "/sys/fs/cgroup/cpu/cpu.cfs_period_us"];

/**
 * What this process may use: the machine's memory and cores, or the container's limits where they are lower.
 * @param {(file: string) => string | undefined} read
 * @returns {{ memoryBytes: number, cores: number, container: boolean }}
 */
export function machineLimits(read = readIfThere) {
  const limits = memoryFiles.map((file) => Number(read(file))).filter((bytes) => bytes > 0);
  const memoryBytes = Math.min(os.totalmem(), ...limits);
  const [quota, period] =
    read(quotaFile)?.split(" ").map(Number) ?? oldQuotaFiles.map((file) => Number(read(file)));
  const allowed = quota > 0 && period > 0 ? quota / period : Infinity;
  const cores = Math.min(os.availableParallelism(), allowed);
  return {
    memoryBytes,
    cores,
    container: memoryBytes < os.totalmem() || allowed < os.availableParallelism(),
  };
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
