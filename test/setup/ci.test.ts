import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plantProgram, root, start } from "../support/workspace.js";

const folder = temporaryFolder();
let machines = 0;

/** Runs `.ci/run` on a machine that has only these programs beside npm and apt-get, which note how they were called. */
async function onMachine(
  programs: Readonly<Record<string, string>>,
  npmEnds = 0,
): Promise<{ code: number | null; calls: string[] }> {
  const PATH = join(folder, String(machines++));
  mkdirSync(PATH);
  const diary = join(PATH, "diary");
  for (const name of ["bash", "dirname", "grep"]) symlinkSync(whereIs(name), join(PATH, name));
  plantProgram(PATH, "npm", `echo "npm $*" >> "${diary}"; exit ${npmEnds}`);
  plantProgram(PATH, "apt-get", `echo "apt-get $*" >> "${diary}"`);
  for (const [name, script] of Object.entries(programs)) plantProgram(PATH, name, script);
  const { code } = await start([whereIs("bash"), join(root, ".ci", "run")], { cwd: PATH, env: { PATH } })
    .ended;
  const calls = existsSync(diary) ? readFileSync(diary, "utf8").trim().split("\n") : [];
  return { code, calls };
}

const whereIs = (name: string): string =>
  execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
const asRoot = { id: "echo 0" };
const asUser = { id: "echo 1000" };
const withVulkan = { ldconfig: "echo libvulkan.so.1" };

test("on a machine that has all, only the tests run, and their exit code is the answer", async () => {
  const machine = { ...asRoot, ...withVulkan, chromium: "", python3: "" };
  expect(await onMachine(machine)).toEqual({ code: 0, calls: ["npm test"] });
  expect(await onMachine(machine, 1)).toEqual({ code: 1, calls: ["npm test"] });
});

test("what a fresh Debian lacks is installed first, where that is allowed", async () => {
  const { calls } = await onMachine({ ...asRoot, python3: "exit 1" });
  expect(calls).toHaveLength(3);
  expect(calls[0]).toMatch(/^apt-get .*update/);
  expect(calls[1]).toMatch(/^apt-get .*install .*--no-install-recommends chromium libvulkan1 python3-venv$/);
  expect(calls[2]).toBe("npm test");
  expect(
    (await onMachine({ ...asRoot, ...withVulkan, "google-chrome": "", python3: "exit 1" })).calls[1],
  ).toMatch(/--no-install-recommends python3-venv$/);
  expect((await onMachine({ ...asUser, python3: "exit 1" })).calls).toEqual(["npm test"]);
});
