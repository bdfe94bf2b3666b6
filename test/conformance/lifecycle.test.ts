import { spawnSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { KernelClient, type ClientOptions } from "../support/kernel-client.js";
import { kernelMain, root } from "../support/kernel-path.js";
import { temporaryFolder } from "../support/temporary.js";

const folder = temporaryFolder();

async function started(options: ClientOptions = {}): Promise<KernelClient> {
  const kernel = await KernelClient.start(options);
  onTestFinished(() => kernel.stop());
  return kernel;
}

test("shutdown is answered, exit handlers run, and the process ends", async () => {
  const kernel = await started();
  const file = join(folder, "farewell");
  await kernel.execute(
    `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(file)}, "bye"))`,
  );
  const ended = once(kernel.process, "exit");
  const { reply } = await kernel.request("shutdown_request", { restart: false }, { channel: "control" });
  expect(reply).toEqual({ status: "ok", restart: false });
  await ended;
  expect(statSync(file).size).toBe(3);
});

test("shutdown ends a kernel whose cell never ends", async () => {
  const kernel = await started();
  await kernel.send("execute_request", { code: "for (;;);" });
  await new Promise((done) => setTimeout(done, 200));
  const ended = once(kernel.process, "exit");
  await kernel.request("shutdown_request", { restart: true }, { channel: "control" });
  await ended;
});

test("the kernel ends with its parent", async () => {
  const parent = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const kernel = await started({ env: { JPY_PARENT_PID: String(parent.pid) } });
  const ended = once(kernel.process, "exit");
  parent.kill("SIGKILL");
  await ended;
});

test("it speaks over local sockets too", async () => {
  const kernel = await started({ transport: "ipc" });
  expect(await kernel.value("1 + 1")).toBe("2");
});

test("modules named at the start are imported before the first cell", async () => {
  writeFileSync(
    join(folder, "greet.mjs"),
    "console.log('hello from the start'); globalThis.greeted = await Promise.resolve(1);",
  );
  const kernel = await started({ cwd: folder, startup: ["./greet.mjs"] });
  const { stdout, outputs } = await kernel.execute("greeted");
  expect(stdout).toBe("hello from the start\n");
  expect(JSON.stringify(outputs)).toContain('"text/plain":"1"');
});

test("one that can't be loaded is a line on the first cell's stderr", async () => {
  const kernel = await started({ startup: ["no-such-module", "node:fs"] });
  const { stderr, reply } = await kernel.execute("1");
  expect(reply.status).toBe("ok");
  expect(stderr).toMatch(/^no-such-module could not be loaded at the start: .*\n$/);
});

test("a start that never ends can be interrupted", async () => {
  writeFileSync(join(folder, "stuck.mjs"), "await new Promise(() => {});");
  const kernel = await started({ cwd: folder, startup: ["./stuck.mjs"] });
  const id = await kernel.send("execute_request", { code: "1" });
  await new Promise((done) => setTimeout(done, 200));
  await kernel.request("interrupt_request", {}, { channel: "control" });
  await kernel.finish(id);
  expect(await kernel.value("2")).toBe("2");
});

test("imports start from the notebook's folder, then from the kernel's", async () => {
  const here = join(folder, "project ö");
  for (const name of ["own", "esm-only"]) mkdirSync(join(here, "node_modules", name), { recursive: true });
  const manifest = (name: string, rest: object): void =>
    writeFileSync(join(here, "node_modules", name, "package.json"), JSON.stringify({ name, ...rest }));
  manifest("own", { main: "main.js" });
  writeFileSync(join(here, "node_modules/own/main.js"), "module.exports = { made: 'common' }");
  manifest("esm-only", { type: "module", exports: { import: "./main.mjs" } });
  writeFileSync(
    join(here, "node_modules/esm-only/main.mjs"),
    "export const made = await Promise.resolve('esm'); export default 7;",
  );
  writeFileSync(join(here, "local.mjs"), "export const near = import.meta.url;");
  writeFileSync(join(here, "data.json"), '{"a": 5}');
  const kernel = await started({ cwd: here });
  expect(await kernel.value("import { made } from 'own'; made")).toBe("'common'");
  expect(await kernel.value("require('own').made")).toBe("'common'");
  expect(await kernel.value("import seven, { made } from 'esm-only'; made + seven")).toBe("'esm7'");
  expect(await kernel.value("import { near } from './local.mjs'; near")).toContain(
    "project%20%C3%B6/local.mjs",
  );
  expect(await kernel.value("import data from './data.json' with { type: 'json' }; data.a")).toBe("5");
  expect(await kernel.value("(await import('node:path')).basename('/a/b')")).toBe("'b'");
  const version = await kernel.execute(
    "import { sep } from 'path'; import * as cells from '@vitrine/kernel/cell'; cells.display === display",
  );
  expect(JSON.stringify(version.outputs)).toContain('"text/plain":"true"');
  expect(version.stderr).toBe("");
});

const good = {
  transport: "tcp",
  ip: "127.0.0.1",
  key: "k",
  signature_scheme: "hmac-sha256",
  shell_port: 1,
  iopub_port: 2,
  stdin_port: 3,
  control_port: 4,
  hb_port: 5,
};

test.each([
  ["no key", { ...good, key: "" }, "key: got nothing"],
  ["another signature scheme", { ...good, signature_scheme: "hmac-md5" }, "signature_scheme"],
  ["a port that is none", { ...good, hb_port: 70_000 }, "hb_port: got 70000"],
  ["another transport", { ...good, transport: "udp" }, 'transport: got "udp"'],
])("a connection file with %s is refused in one line", (_name, connection, sentence) => {
  const file = join(folder, "connection.json");
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  const { status, stderr } = spawnSync(process.execPath, [kernelMain, file], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(sentence);
});

test("a connection file that others may read is closed to them", () => {
  const file = join(folder, "open.json");
  writeFileSync(file, JSON.stringify({ ...good, key: "" }));
  chmodSync(file, 0o644);
  const { stderr } = spawnSync(process.execPath, [kernelMain, file], { encoding: "utf8" });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(stderr).toContain("readable by others");
});

test("a command line without a connection file is refused", () => {
  const { status, stderr } = spawnSync(process.execPath, [kernelMain], { encoding: "utf8", cwd: root });
  expect(status).toBe(2);
  expect(stderr).toContain("usage: vitrine-kernel");
});
