import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Reads a small file of the system, or nothing where it is not there. */
export type ReadIfThere = (file: string) => string | undefined;

/** Files of a Linux control group that tell what it may use and what it does use, in version 2 and in version 1. */
const versions = [
  {
    mount: "/sys/fs/cgroup",
    own: /^0::(.*)$/m,
    limit: "memory.max",
    used: "memory.current",
    cache: /^inactive_file (\d+)$/m,
  },
  {
    mount: "/sys/fs/cgroup/memory",
    own: /^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/m,
    limit: "memory.limit_in_bytes",
    used: "memory.usage_in_bytes",
    cache: /^total_inactive_file (\d+)$/m,
  },
] as const;

/**
 * Bytes that this process may still take before the system ends it: what the machine has left, what the container's
 * limits leave, and what `MEM_LIMIT` leaves, in which JupyterHub tells a server its share. `Infinity` where it can't be
 * known: other systems than Linux swap before they end anything.
 */
export function memoryRoom(
  residentBytes: number,
  env: NodeJS.ProcessEnv = process.env,
  read: ReadIfThere = readIfThere,
): number {
  const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(read("/proc/meminfo") ?? "")?.[1];
  const machine = kib === undefined ? Infinity : 1024 * Number(kib);
  const share = Number(env["MEM_LIMIT"]);
  const groups = read("/proc/self/cgroup") ?? "";
  return Math.max(
    0,
    Math.min(machine, share > 0 ? share - residentBytes : Infinity, ...containerRooms(groups, read)),
  );
}

/** What each control group above this process leaves. In a container its own folder may stand as the root. */
function containerRooms(groups: string, read: ReadIfThere): number[] {
  return versions.flatMap(({ mount, own, limit, used, cache }) => {
    const path = own.exec(groups)?.[1];
    if (path === undefined) return [];
    return foldersUpFrom(path).flatMap((folder) => {
      const at = (file: string): string | undefined => read(join(mount, folder, file));
      const most = Number(at(limit));
      if (!(most > 0)) return [];
      const givenBack = Number(cache.exec(at("memory.stat") ?? "")?.[1] ?? 0);
      return [most - Number(at(used) ?? 0) + givenBack];
    });
  });
}

function foldersUpFrom(path: string): string[] {
  return path === "/" || path === "." ? ["/"] : [path, ...foldersUpFrom(dirname(path))];
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
