import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { startRegistry } from "../support/npm-registry.js";
import { temporaryFolder } from "../support/temporary.js";
import { plant, root, start, type Running } from "../support/workspace.js";

const step = join(root, "test", "setup", "fixtures", "step.mjs");
const folder = temporaryFolder();
const registry = await startRegistry();
afterAll(() => registry.close());

/** A project that needs one package. */
function project(name: string): string {
  const dependencies = { small: "1.0.0" };
  const lock = {
    name: "user",
    lockfileVersion: 3,
    packages: {
      "": { name: "user", dependencies },
      "node_modules/small": { version: "1.0.0", integrity: registry.integrity },
      "node_modules/other-system": { version: "9.9.9", optional: true, os: ["none"] },
    },
  };
  const optionalDependencies = { "other-system": "9.9.9" };
  Object.assign(lock.packages[""], { optionalDependencies });
  return plant(join(folder, name), {
    "package.json": JSON.stringify({ name: "user", dependencies, optionalDependencies }),
    "package-lock.json": JSON.stringify(lock),
  });
}

function packagesStep(place: string, env: NodeJS.ProcessEnv = {}): Running {
  const cache = join(folder, "cache");
  const npm = { npm_config_registry: registry.url, npm_config_cache: cache, ...env };
  return start([process.execPath, step, join(root, "setup"), "packages", place], { cwd: place, env: npm });
}

test("packages are installed once; killed half-way, the next run ends what was left running and repairs", async () => {
  const place = project("killed prøject");
  registry.answers = false;
  const killed = packagesStep(place);
  const lock = join(place, ".vitrine", "lock");
  const npm = await until(() => (existsSync(lock) ? childOf(lock) : undefined));
  await until(() => registry.requests > 0 || undefined);
  killed.child.kill("SIGKILL");
  expect(isAlive(npm)).toBe(true);
  registry.answers = true;
  const repaired = await packagesStep(place).ended;
  expect(repaired.error).toBe("");
  expect(repaired.out).toMatch(/worked/);
  await until(() => !isAlive(npm) || undefined);
  expect(existsSync(join(place, "node_modules", "small", "package.json"))).toBe(true);
  expect((await packagesStep(place).ended).out.trim()).toBe("nothing to do");
  expect(existsSync(lock)).toBe(false);
}, 90_000);

test("what was installed by hand is taken as it is", async () => {
  const place = project("by hand");
  const locked = JSON.parse(readFileSync(join(place, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version: string }>;
  };
  const { "node_modules/small": small } = locked.packages;
  plant(place, {
    "node_modules/small/package.json": "{}",
    "node_modules/.package-lock.json": JSON.stringify({ packages: { "node_modules/small": small } }),
  });
  const noNpm = { npm_execpath: join(place, "npm-cli.js") };
  expect((await packagesStep(place, noNpm).ended).out.trim()).toBe("worked");
  plant(place, {
    "node_modules/.package-lock.json": JSON.stringify({
      packages: { "node_modules/small": { version: "0.9.0" } },
    }),
    "package-lock.json": `${JSON.stringify(locked)}\n`,
  });
  const { code, error } = await packagesStep(place, noNpm).ended;
  expect(code).toBe(1);
  expect(error).toMatch(
    /^npm ci failed: read the reason in \S+.*packages\.log, mend it and run this again\.\n$/,
  );
}, 60_000);

test("a cache that is too old to know a version is asked past", async () => {
  registry.version = "0.9.0";
  const npm = { npm_config_cache: join(folder, "old-cache") };
  expect((await packagesStep(project("too early"), npm).ended).error).toMatch(/^npm ci failed/);
  registry.version = "1.0.0";
  const { code, error } = await packagesStep(project("in time"), npm).ended;
  expect(error).toBe("");
  expect(code).toBe(0);
}, 60_000);

test("without a registry one sentence says so, within seconds", async () => {
  const { code, error, seconds } = await packagesStep(project("offline"), {
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_cache: join(folder, "empty-cache"),
  }).ended;
  expect(code).toBe(1);
  expect(error.trim()).toBe(
    "The npm packages could not be downloaded because the npm registry did not answer: connect to the network (or set npm's registry or proxy) and run this again.",
  );
  // Two more tries, half a second and two seconds apart; npm's own patience would last for minutes.
  expect(seconds).toBeLessThan(30);
}, 60_000);

function childOf(lock: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(lock, "utf8")) as { children: { pid: number }[] }).children[0]?.pid;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = look();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error("waited 30 s in vain");
}
