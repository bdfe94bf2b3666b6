import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plant, root, setupModule, start } from "../support/workspace.js";

const folder = temporaryFolder();

test("a port that was asked for is used or refused with the way out; none asked, the next free one is taken", async () => {
  const { freePort } = await setupModule<{ freePort(asked?: string): Promise<number> }>("support/port.mjs");
  const taker = createServer();
  await new Promise<void>((resolve) => taker.listen(0, "127.0.0.1", resolve));
  const taken = String((taker.address() as AddressInfo).port);
  await expect(freePort(taken)).rejects.toThrow(`Port ${taken} is taken`);
  await new Promise((resolve) => taker.close(resolve));
  expect(await freePort(taken)).toBe(Number(taken));
  for (const wrong of ["x", "0", "65536", "80.5"])
    await expect(freePort(wrong)).rejects.toThrow("is not a port");
  expect(await freePort()).toBeGreaterThanOrEqual(8888);
});

test("a path is taken from where the user typed it, under npm too", async () => {
  const load = `import { typedPath } from ${JSON.stringify(pathToFileURL(join(root, "setup/support/paths.mjs")).href)};
    console.log(typedPath("start", "a.ipynb"));`;
  const from = async (env: NodeJS.ProcessEnv): Promise<string> =>
    (await start([process.execPath, "--input-type=module", "-e", load], { cwd: root, env }).ended).out.trim();
  expect(await from({})).toBe(join(root, "a.ipynb"));
  expect(await from({ npm_lifecycle_event: "start", INIT_CWD: "/elsewhere" })).toBe("/elsewhere/a.ipynb");
  expect(await from({ npm_lifecycle_event: "test", INIT_CWD: "/elsewhere" })).toBe(join(root, "a.ipynb"));
});

test("Jupyter is kept to the clone, and this Node comes first", async () => {
  const { jupyterEnvironment, userShare } = await setupModule<{
    jupyterEnvironment(workspace: object, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
    userShare(env: NodeJS.ProcessEnv, platform: string): string;
  }>("support/jupyter.mjs");
  const workspace = { jupyter: "/clone/.vitrine/jupyter", pythonBin: "/clone/.vitrine/python/bin" };
  const env = jupyterEnvironment(workspace, {
    PATH: "/bin",
    PYTHONPATH: "/x",
    JUPYTER_PATH: "/y",
    KEPT: "1",
  });
  expect(env).not.toHaveProperty("PYTHONPATH");
  expect(env).not.toHaveProperty("JUPYTER_PATH");
  expect(env["KEPT"]).toBe("1");
  expect(env["PATH"]?.split(":")).toEqual([join(process.execPath, ".."), workspace.pythonBin, "/bin"]);
  for (const name of [
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
  ])
    expect(env[name]).toMatch(/^\/clone\/\.vitrine\/jupyter\//);

  expect(userShare({ HOME: "/home/u" }, "linux")).toBe("/home/u/.local/share/jupyter");
  expect(userShare({ HOME: "/home/u", XDG_DATA_HOME: "/data" }, "linux")).toBe("/data/jupyter");
  expect(userShare({ HOME: "/Users/u" }, "darwin")).toBe("/Users/u/Library/Jupyter");
  expect(userShare({ APPDATA: "/roaming" }, "win32")).toBe("/roaming/jupyter");
  expect(userShare({ HOME: "/home/u", JUPYTER_DATA_DIR: "/own" }, "linux")).toBe("/own");
});

test("a container's limits count where they are below the machine's", async () => {
  const { machineLimits } = await setupModule<{
    machineLimits(read: (file: string) => string | undefined): {
      memoryBytes: number;
      cores: number;
      container: boolean;
    };
  }>("support/limits.mjs");
  const files: Record<string, string> = {
    "/sys/fs/cgroup/memory.max": "1000000",
    "/sys/fs/cgroup/cpu.max": "50000 100000",
  };
  expect(machineLimits((file) => files[file])).toEqual({
    memoryBytes: 1_000_000,
    cores: 0.5,
    container: true,
  });
  const free = machineLimits((file) => (file.endsWith("max") ? "max 100000" : undefined));
  expect(free.container).toBe(false);
  expect(free.memoryBytes).toBeGreaterThan(1e8);
  expect(machineLimits(() => undefined)).toEqual(free);
});

test("benchmarks in TypeScript are loaded by plain Node", async () => {
  const place = plant(join(folder, "loader"), {
    "row.ts":
      "export interface Row { readonly ms: number }\nexport const twice = (ms: number): Row => ({ ms: 2 * ms });\n",
    "rows.ts":
      'import { twice, type Row } from "./row.js";\nexport const rows: readonly Row[] = [twice(21)];\n',
    "load.mjs": `import { register } from "node:module";
      register(${JSON.stringify(pathToFileURL(join(root, "setup/support/typescript-loader.mjs")).href)});
      console.log((await import("./rows.ts")).rows[0].ms);`,
  });
  const { out, error } = await start([process.execPath, "load.mjs"], { cwd: place }).ended;
  expect(error).toBe("");
  expect(out.trim()).toBe("42");
});

test("the closing line counts what passed, failed, was skipped and could not be loaded", async () => {
  const { closingLine } = await setupModule<{ closingLine(counts: object): string }>("support/reporter.mjs");
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");

  const place = plant(join(folder, "closing"), {
    "some.test.js": `import { expect, test } from "vitest";
      test("good", () => {});
      test("bad", () => expect(1).toBe(2));
      test("absent", ({ skip }) => skip("no data here"));
      test.skip("left out", () => {});`,
    "broken.test.js": "import './nowhere.js';",
  });
  const tally = join(place, "tally.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const reporter = join(root, "setup/support/reporter.mjs");
  const options = ["run", "--root", place, `--reporter=${reporter}`];
  const { code } = await start([process.execPath, vitest, ...options], {
    cwd: root,
    env: { VITRINE_TALLY: tally },
  }).ended;
  expect(code).toBe(1);
  const { default: counts } = (await import(tally)) as { default: unknown };
  expect(counts).toEqual({
    passed: 1,
    failed: 2,
    skipped: [
      { name: "absent", file: "some.test.js", why: "no data here" },
      { name: "left out", file: "some.test.js" },
    ],
  });
}, 60_000);
