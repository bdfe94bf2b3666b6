import { expect, test } from "vitest";
import { containerLimits, memAvailable } from "../../../../lib/src/compute/node/container.js";

const files = (contents: Record<string, string>) => (file: string) => contents[file];

test("limits of control groups, version 2", () => {
  const read = files({
    "/sys/fs/cgroup/memory.max": "2147483648",
    "/sys/fs/cgroup/cpu.max": "150000 100000",
  });
  expect(containerLimits(read)).toEqual({ memoryBytes: 2 ** 31, cores: 1.5 });
});

test("limits of control groups, version 1", () => {
  const read = files({
    "/sys/fs/cgroup/memory/memory.limit_in_bytes": "1073741824",
    "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1",
    "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000",
  });
  expect(containerLimits(read)).toEqual({ memoryBytes: 2 ** 30, cores: Infinity });
});

test("no limits where none are set or nothing can be read", () => {
  expect(containerLimits(files({}))).toEqual({ memoryBytes: Infinity, cores: Infinity });
  const unlimited = files({ "/sys/fs/cgroup/memory.max": "max", "/sys/fs/cgroup/cpu.max": "max 100000" });
  expect(containerLimits(unlimited)).toEqual({ memoryBytes: Infinity, cores: Infinity });
});

test("what Linux could give", () => {
  const meminfo = "MemTotal:  24 kB\nMemAvailable:   1000 kB\n";
  expect(memAvailable(files({ "/proc/meminfo": meminfo }))).toBe(1_024_000);
  expect(memAvailable(files({}))).toBeUndefined();
});
