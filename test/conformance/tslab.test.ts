import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient, type Exchange } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start({ engine: "tslab" });
  // tslab's compiler loads with the first cell
  await kernel.execute("0", { timeoutMs: 60_000 });
});
afterAll(() => kernel.stop());

const run = (code: string): Promise<Exchange<"execute_request">> =>
  kernel.execute(code, { timeoutMs: 30_000 });
const types = ({ outputs }: Exchange): string[] => outputs.map(({ header }) => header.msg_type);
const outputOf = <K extends "display_data" | "update_display_data">(
  { outputs }: Exchange,
  type: K,
): Message<K>["content"] =>
  outputs.find(({ header }) => header.msg_type === type)!.content as Message<K>["content"];

test("a value is a result, printed text a stream, and nothing the value of a declaration", async () => {
  const done = await run("const size: number = 3; console.log('told'); size + 1");
  expect(types(done)).toEqual(["execute_input", "stream", "execute_result"]);
  expect(done.stdout).toBe("told\n");
  expect(await kernel.value("size * 2")).toBe("6");
  expect(types(await run("let other = 1"))).toEqual(["execute_input"]);
});

test("Node's names are known", async () => {
  expect(
    await kernel.value("import * as path from 'path'; path.join('a', process.platform).slice(0, 2)"),
  ).toBe("'a/'");
});

test("await, a promise and an array are shown", async () => {
  expect(await kernel.value("await Promise.resolve('there')")).toBe("'there'");
  expect(await kernel.value("Promise.resolve('there')")).toBe("'there'");
  expect(await kernel.value("[1, 2]")).toBe("[ 1, 2 ]");
});

describe("errors", () => {
  test("the user's own comes with its stack", async () => {
    const { reply, outputs } = await run("function inner() { throw new RangeError('bad'); }\ninner()");
    expect(reply).toMatchObject({ status: "error", ename: "RangeError", evalue: "bad" });
    expect(outputs.at(-1)!.header.msg_type).toBe("error");
    const { traceback } = reply as { readonly traceback: readonly string[] };
    expect(traceback[0]).toBe("RangeError: bad");
    expect(traceback[1]).toMatch(/at inner/);
    expect(traceback.join("\n")).not.toMatch(/node:|dist/);
  });

  test.each([
    ["a type", "let text: string = 4", "1:5 - Type 'number' is not assignable to type 'string'."],
    ["a name", "\nnowhere", "2:1 - Cannot find name 'nowhere'."],
    ["a sentence", "let x + y;", "1:7 - ',' expected.\n1:9 - Cannot find name 'y'."],
  ])("what the compiler has against %s is one", async (_what, code, evalue) => {
    const { reply, stderr } = await run(code);
    expect(reply).toMatchObject({ status: "error", ename: "TypeScriptError", evalue });
    expect(stderr).toBe("");
  });

  test("a thrown string, a rejected promise", async () => {
    expect((await run("throw 'text'")).reply).toMatchObject({ status: "error", evalue: "'text'" });
    expect((await run("await Promise.reject(new Error('no'))")).reply).toMatchObject({ evalue: "no" });
    expect(await kernel.value("'on'")).toBe("'on'");
  });
});

describe("output", () => {
  test("tslab's display is display_data under the cell that shows", async () => {
    const done = await run(
      "import * as tslab from 'tslab'; tslab.display.html('<b>b</b>'); tslab.display.png(new Uint8Array([1, 2]))",
    );
    expect(types(done)).toEqual(["execute_input", "display_data", "display_data"]);
    expect(outputOf(done, "display_data").data).toEqual({ "text/html": "<b>b</b>" });
    expect((done.outputs[2] as Message<"display_data">).content.data).toEqual({ "image/png": "AQI=" });
  });

  test("a display of its own is replaced where it stands", async () => {
    await run("const own = tslab.newDisplay(); own.text('first')");
    const done = await run("own.text('second')");
    expect(types(done)).toEqual(["execute_input", "update_display_data"]);
    expect(outputOf(done, "update_display_data").data).toEqual({ "text/plain": "second" });
  });

  test("what a timer prints later is under the cell that set it", async () => {
    const first = await kernel.send("execute_request", {
      code: "setTimeout(() => { console.log('late'); tslab.display.text('late too') }, 300)",
      allow_stdin: false,
    });
    await kernel.finish(first);
    await run("'between'");
    const late = await kernel.until("iopub", (m) => m.header.msg_type === "display_data" && mine(m, first));
    expect((late as Message<"display_data">).content.data).toEqual({ "text/plain": "late too" });
    expect(kernel.outputsOf(first).some(({ header }) => header.msg_type === "stream")).toBe(true);
  });

  test("twenty thousand lines arrive", async () => {
    const { stdout } = await run("for (let i = 0; i < 20000; i++) console.log(i)");
    expect(stdout.trimEnd().split("\n")).toHaveLength(20_000);
  });
});

const mine = (message: Message, id: string): boolean =>
  (message.parent_header as { readonly msg_id?: string }).msg_id === id;

describe("an interrupt keeps the session", () => {
  test.each([
    ["a loop", "console.log('go'); while (true);"],
    ["a loop after an await", "await null; console.log('go'); while (true);"],
    ["microtasks without end", "console.log('go'); for (;;) await null;"],
    ["a promise that never settles", "console.log('go'); await new Promise(() => {});"],
  ])("%s", async (_what, code) => {
    await run("let kept = 'kept'");
    const id = await kernel.send("execute_request", { code, allow_stdin: false });
    await kernel.until("iopub", (m) => m.header.msg_type === "stream" && mine(m, id));
    await kernel.request("interrupt_request", {}, { channel: "control" });
    const { reply } = await kernel.finish<"execute_request">(id);
    expect(reply).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
    expect(await kernel.value("kept")).toBe("'kept'");
  });

  test("a cell that was left changes no names when it ends after all", async () => {
    const code = "console.log('go'); await new Promise((done) => setTimeout(done, 1500)); let ghost = 1;";
    const id = await kernel.send("execute_request", { code, allow_stdin: false });
    await kernel.until("iopub", (m) => m.header.msg_type === "stream" && mine(m, id));
    await kernel.request("interrupt_request", {}, { channel: "control" });
    await kernel.finish(id);
    await run("let newer = 2; await new Promise((done) => setTimeout(done, 1600))");
    expect(await kernel.value("newer")).toBe("2");
    expect((await run("ghost")).reply.status).toBe("error");
  });
});

describe("the language", () => {
  test("completion knows types, and counts code points", async () => {
    await run("const box = { wide: 1, high: 2 }");
    const code = "'𝔸'; box.";
    const cursor_pos = [...code].length;
    const { reply } = await kernel.request("complete_request", { code, cursor_pos });
    expect(reply).toMatchObject({
      matches: ["high", "wide"],
      cursor_start: cursor_pos,
      cursor_end: cursor_pos,
    });
  });

  test("inspection shows the type and the comment", async () => {
    const code = "/** How wide. */\nlet width = 10;";
    const { reply } = await kernel.request("inspect_request", { code, cursor_pos: code.indexOf("width") });
    expect(reply).toMatchObject({ found: true, data: { "text/plain": "let width: number\n\nHow wide." } });
    const nothing = await kernel.request("inspect_request", { code: " ", cursor_pos: 0 });
    expect(nothing.reply).toMatchObject({ status: "ok", found: false });
  });

  test.each([
    ["1 + 1", { status: "complete" }],
    ["if (true) {", { status: "incomplete", indent: "  " }],
    ["let x =", { status: "incomplete", indent: "" }],
  ])("%j is %j", async (code, answer) => {
    expect((await kernel.request("is_complete_request", { code })).reply).toEqual(answer);
  });
});

test("an interrupt in the middle of compiling leaves a compiler that works", async () => {
  await run("let kept = 'kept'");
  const code = Array.from(
    { length: 4000 },
    (_, i) => `const v${i} = { a: ${i}, f: (x: number) => x + ${i} };`,
  ).join("\n");
  const id = await kernel.send("execute_request", { code, allow_stdin: false });
  await kernel.until("iopub", (m) => m.header.msg_type === "execute_input" && mine(m, id));
  await kernel.request("interrupt_request", {}, { channel: "control" });
  const { reply } = await kernel.finish<"execute_request">(id);
  expect(reply).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
  const { outputs } = await run("kept");
  expect(outputs.at(-1)!.content).toMatchObject({ data: { "text/plain": "'kept'" } });
});

test("files that appear and change beside the notebook do not trip the compiler", async () => {
  for (const size of [1, 2, 3]) {
    await run(`require("fs").writeFileSync("side.ts", "export const size = ${size};")`);
    const { reply } = await run(`import { size as size${size} } from "./side"; size${size}`);
    expect(reply.status).toBe("ok");
  }
});

test("no debugger is offered", async () => {
  const { reply } = await kernel.request("kernel_info_request", {});
  expect(reply).toMatchObject({ status: "ok", debugger: false, supported_features: ["kernel subshells"] });
});

test("cells that are modules, and what is wrong with them on stderr", async () => {
  await run("/** @module lengths */ export const long: number = 10;");
  expect(await kernel.value("import { long } from './lengths'; long + 1")).toBe("11");
  const { reply, stderr } = await run("/** @module broken */ export const wrong: number = 'text';");
  expect(reply.status).toBe("ok");
  expect(stderr).toContain("Type 'string' is not assignable to type 'number'.");
});
