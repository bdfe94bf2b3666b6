import { expect, test } from "vitest";
import { memoryRoom } from "../../../kernel/src/front/memory-room.js";

const machine = { "/proc/meminfo": "MemTotal: 9000 kB\nMemAvailable:     5000 kB\n" };
const second = {
  ...machine,
  "/proc/self/cgroup": "0::/user/job\n",
  "/sys/fs/cgroup/user/job/memory.max": "max\n",
  "/sys/fs/cgroup/user/memory.max": "3000000\n",
  "/sys/fs/cgroup/user/memory.current": "2500000\n",
  "/sys/fs/cgroup/user/memory.stat": "anon 1\ninactive_file 400000\n",
};
const first = {
  ...machine,
  "/proc/self/cgroup": "9:cpu:/x\n4:memory:/docker/abc\n",
  "/sys/fs/cgroup/memory/memory.limit_in_bytes": "2000000\n",
  "/sys/fs/cgroup/memory/memory.usage_in_bytes": "1500000\n",
  "/sys/fs/cgroup/memory/memory.stat": "inactive_file 1\ntotal_inactive_file 100000\n",
};

test.each([
  ["the machine's memory where nothing limits it", machine, {}, 5_120_000],
  ["a limit of a group above, the caches that can go counted as free", second, {}, 900_000],
  ["a limit of version 1, with the container's own folder as the root", first, {}, 600_000],
  ["the share that JupyterHub gave", machine, { MEM_LIMIT: "1700000" }, 700_000],
  ["a share that is used up", machine, { MEM_LIMIT: "900000" }, 0],
  ["no share that is a number", machine, { MEM_LIMIT: "lots" }, 5_120_000],
  ["nothing that is known", {}, {}, Infinity],
])("%s", (_what, files, env, room) => {
  const read = (file: string): string | undefined => (files as Record<string, string>)[file];
  expect(memoryRoom(1_000_000, env, read)).toBe(room);
});

test.skipIf(process.platform !== "linux")("this machine has some", () => {
  const room = memoryRoom(process.memoryUsage.rss(), {});
  expect(room).toBeGreaterThan(0);
  expect(room).toBeLessThan(1e15);
});
