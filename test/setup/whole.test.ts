import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { cloneInto, root, runSetup, setupModule, start, type Running } from "../support/workspace.js";

/** A path as users have them: a space and a letter beyond ASCII. */
const clone = join(temporaryFolder(), "my wörk", "vitrine");
const fixture = (name: string): string => join(clone, "test", "setup", "fixtures", name);
const running = new Set<Running>();
afterAll(() => running.forEach(({ child }) => child.kill("SIGKILL")));

/** Moments at which a first set-up is killed: packages and environment at work; then the environment, or what comes after. */
const killedAfterS = [3, 12];

beforeAll(async () => {
  cloneInto(clone);
  for (const seconds of killedAfterS) {
    const first = start([process.execPath, "setup/start.mjs", "--no-browser"], { cwd: clone });
    await Promise.race([sleep(seconds * 1000), first.ended]);
    first.child.kill("SIGKILL");
    await first.ended;
  }
}, 120_000);

test("after two set-ups that were killed, the next command finishes the work and runs a notebook into a page", async () => {
  const page = join(clone, "..", "page.html");
  const { code, out, error } = await runSetup(clone, "start.mjs", [
    "run",
    fixture("good.ipynb"),
    "--out",
    page,
  ]);
  expect(error).toBe("");
  expect(code).toBe(0);
  expect(out).toMatch(/\[1\/2\] .*import \{ image \}/);
  const html = readFileSync(page, "utf8");
  expect(html).toContain("the answer is 42");
  // The still stands in the page; a live view could not load without a kernel.
  expect(html).toMatch(/<img[^>]+src="data:image\/png;base64,/);
  expect(html).not.toContain("application/vnd.jupyter.widget-view+json");
  expect(readFileSync(fixture("good.ipynb"), "utf8")).toBe(
    readFileSync(join(root, "test", "setup", "fixtures", "good.ipynb"), "utf8"),
  );
}, 300_000);

test("a notebook whose cell fails ends in its error, its number and a code that is not 0", async () => {
  const { code, out, error } = await runSetup(clone, "start.mjs", ["run", fixture("failing.ipynb")]);
  expect(code).toBe(1);
  expect(error).toMatch(/^cell 2 of 3 failed:/m);
  expect(error).toContain("RangeError: the wrong number: 2");
  expect(error).not.toContain("Traceback (most recent call last)");
  expect(out + error).not.toContain("never reached");
});

test("a run that is interrupted says where, and takes its kernel with it", async () => {
  const run = start([process.execPath, "setup/start.mjs", "run", fixture("endless.ipynb")], { cwd: clone });
  running.add(run);
  for (let tries = 0; tries < 600 && kernelsOf(clone).length === 0; tries++) await sleep(50);
  await sleep(1500);
  run.child.kill("SIGINT");
  const { code, error } = await run.ended;
  expect(code).toBe(1);
  expect(error.trim()).toBe("interrupted in cell 1 of 1.");
  await allEnd(clone);
}, 60_000);

test("started again, the server listens within seconds, set-up does nothing, and a signal ends it with its kernels", async () => {
  const began = Date.now();
  const server = start([process.execPath, "setup/start.mjs", "--no-browser"], { cwd: clone });
  running.add(server);
  const address = await printedAddress(server);
  // Typically under 2 s alone on two cores; other tests may be at work beside it.
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(server.printed().trim().split("\n")).toHaveLength(1);
  const token = address.searchParams.get("token") ?? "";
  expect(token.length).toBeGreaterThan(30);
  expect(address.hostname).toBe("127.0.0.1");
  expect((await fetch(new URL("/api/contents", address))).status).toBe(403);
  const ask = async (path: string, method = "GET", body?: string): Promise<unknown> => {
    const reply = await fetch(new URL(path, address), {
      method,
      headers: { authorization: `token ${token}` },
      ...(body && { body }),
    });
    return reply.json();
  };
  const specs = (await ask("/api/kernelspecs")) as { default: string; kernelspecs: object };
  expect(specs.default).toBe("vitrine");
  expect(Object.keys(specs.kernelspecs)).toEqual(["vitrine"]);
  const contents = (await ask("/api/contents")) as { content: { name: string }[] };
  expect(contents.content.map(({ name }) => name)).not.toContain("package.json");
  const lab = await fetch(new URL("/lab", address), { headers: { authorization: `token ${token}` } });
  expect(await lab.text()).toContain("@vitrine/widgets");

  await ask("/api/kernels", "POST", JSON.stringify({ name: "vitrine" }));
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
  await allEnd(clone);
}, 60_000);

test("a server started through npm ends with npm", async () => {
  const npm = start(["npm", "--silent", "start", "--", "--no-browser"], { cwd: clone });
  running.add(npm);
  await printedAddress(npm);
  npm.child.kill("SIGTERM");
  await npm.ended;
  await allEnd(clone);
}, 60_000);

test("the doctor finds all that is required and says what to do about the rest", async () => {
  const { code, out } = await runSetup(clone, "doctor.mjs");
  expect(code).toBe(0);
  for (const what of [
    "Node",
    "npm packages",
    "build",
    "private environment",
    "JupyterLab",
    "kernel",
    "extension",
  ])
    expect(out).toMatch(new RegExp(`^ok +${what} `, "m"));
  expect(out).toMatch(/^(ok|optional) +GPU/m);
  expect(out).toMatch(/^(ok|optional) +Slurm/m);
  expect(out).toMatch(/\d cores, [\d.]+ GB/);
  const bare = await runSetup(clone, "doctor.mjs", [], { PATH: "/nowhere" });
  expect(bare.code).toBe(1);
  expect(bare.out).toMatch(/MISSING +Python +not usable\n +No Python was found: install Python 3\.10/);
}, 60_000);

test("kernel and extension go into a Jupyter that the user has", async () => {
  const prefix = join(clone, "..", "other jupyter");
  const { code, error } = await runSetup(clone, "install-kernel.mjs", ["--prefix", prefix]);
  expect(error).toBe("");
  expect(code).toBe(0);
  const { argv } = JSON.parse(
    readFileSync(join(prefix, "share", "jupyter", "kernels", "vitrine", "kernel.json"), "utf8"),
  ) as { argv: string[] };
  expect(argv).toContain(join(clone, "kernel", "dist", "main.js"));
  expect(argv).toContain("@vitrine/widgets/host");
  expect(existsSync(join(prefix, "share/jupyter/labextensions/@vitrine/widgets/package.json"))).toBe(true);
  const wrong = await runSetup(clone, "install-kernel.mjs", []);
  expect(wrong.code).toBe(1);
  expect(wrong.error).toContain("--user");
}, 60_000);

test("a word that is not understood gets the usage", async () => {
  for (const words of [["--prot", "1"], ["walk"], ["run"], ["run", "a.ipynb", "b.ipynb"]]) {
    const { code, error } = await runSetup(clone, "start.mjs", words);
    expect(code).toBe(1);
    expect(error).toContain("npm start -- run FILE.ipynb");
  }
  const missing = await runSetup(clone, "start.mjs", ["run", "not-there.ipynb"]);
  expect(missing.error).toMatch(/^There is no notebook .*not-there\.ipynb: check its name\.\n$/);
}, 60_000);

test("a clone that moved works from its new place", async () => {
  const { isSound } = await setupModule<{ isSound(workspace: object): boolean }>("steps/environment.mjs");
  const { workspaceAt } = await setupModule<{ workspaceAt(root: string): object }>("support/paths.mjs");
  expect(isSound(workspaceAt(clone))).toBe(true);
  const there = join(clone, "..", "moved");
  cpSync(join(clone, ".vitrine", "python"), join(there, ".vitrine", "python"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  expect(isSound(workspaceAt(there))).toBe(false);
}, 60_000);

async function printedAddress(server: Running): Promise<URL> {
  for (let tries = 0; tries < 1200; tries++) {
    const found = /http:\S+/.exec(server.printed());
    if (found) return new URL(found[0]);
    await sleep(50);
  }
  throw new Error(`the server did not listen within a minute; it printed: ${server.printed()}`);
}

/** Waits until no program runs something of this folder. */
async function allEnd(folder: string): Promise<void> {
  const own = (): string[] => processes().filter((line) => line.includes(join(folder, ".vitrine")));
  for (let tries = 0; tries < 100 && own().length + kernelsOf(folder).length > 0; tries++) await sleep(100);
  expect([...own(), ...kernelsOf(folder)]).toEqual([]);
}

const kernelsOf = (folder: string): string[] =>
  processes().filter((line) => line.includes(join(folder, "kernel", "dist")));

const processes = (): string[] => execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).split("\n");
