import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExecuteReply, Message } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

/** An error reply, of which tests read the traceback. */
type Failed = Extract<ExecuteReply, { readonly status: "error" }>;
const names = (messages: readonly Message[]): string[] => messages.map((m) => m.header.msg_type);

test.each([
  ["a sum", "1 + 1", "2"],
  ["types are not run", "const n: number = 3; n as number", "3"],
  ["await at the top level", "const got = await Promise.resolve(41); got + 1", "42"],
  ["for await", "let sum = 0; for await (const x of [1, Promise.resolve(2)]) sum += x; sum", "3"],
  ["redeclared const", "const got = 'again'; got", "'again'"],
  ["a class over a const", "class got { size = 2 } new got().size", "2"],
  ["an enum", "enum Axis { X, Y } Axis.Y", "1"],
  ["a bigint", "2n ** 70n", "1180591620717411303424n"],
  ["not a number", "0 / 0", "NaN"],
  ["minus zero", "-0", "-0"],
  ["a symbol", "Symbol('s')", "Symbol(s)"],
  ["null", "null", "null"],
  ["a promise is waited for", "new Promise((done) => setTimeout(() => done('there'), 5))", "'there'"],
  ["promises inside print as Node prints them", "[new Promise(() => {})]", "[ Promise { <pending> } ]"],
])("%s", async (_name, code, expected) => {
  expect(await kernel.value(code)).toBe(expected);
});

test.each([
  ["undefined"],
  ["let a = 1"],
  ["void 0"],
  [""],
  ["// nothing"],
  ["function f() {}"],
  ["display('shown')"],
])("no value is shown for %j", async (code) => {
  const { reply, outputs } = await kernel.execute(code);
  expect(reply.status).toBe("ok");
  expect(names(outputs)).not.toContain("execute_result");
});

test("closures see what later cells assign", async () => {
  await kernel.execute("let threshold = 1; const read = () => threshold;");
  expect(await kernel.value("threshold = 5; read()")).toBe("5");
});

test("the reply counts; the order is input, output, result; all of it under the request", async () => {
  const first = await kernel.execute("0");
  const { reply, outputs } = await kernel.execute("console.log('a'); console.error('b'); 7");
  expect(reply).toMatchObject({
    status: "ok",
    execution_count: (first.reply as { execution_count: number }).execution_count + 1,
    payload: [],
    user_expressions: {},
  });
  expect(names(outputs)).toEqual(["execute_input", "stream", "stream", "execute_result"]);
});

test("an error is told in the cell's own lines and columns", async () => {
  const { reply, outputs } = await kernel.execute(
    "type Size = { a: number };\nfunction inner(size: Size) {\n  throw new RangeError(`bad ${size.a}`);\n}\n\ninner({ a: 3 });",
  );
  expect(reply).toMatchObject({ status: "error", ename: "RangeError", evalue: "bad 3" });
  const { traceback } = reply as Failed;
  expect(traceback[0]).toBe("RangeError: bad 3");
  expect(traceback[1]).toMatch(/at inner \(cell-\d+\.ts:3:9\)/);
  expect(traceback[2]).toMatch(/cell-\d+\.ts:6:1/);
  expect(traceback.join("\n")).not.toMatch(/node:|dist\//);
  expect(names(outputs)).toEqual(["execute_input", "error"]);
});

test("a stack that a cell prints has the places of the cell as typed", async () => {
  const code =
    "interface Size {\n  a: number;\n}\n\nconsole.error(new Error('told')); console.log('a\\n  at last');";
  const { stderr, stdout } = await kernel.execute(code);
  expect(stderr).toMatch(/^Error: told\n {4}at cell-\d+\.ts:5:15\n/);
  expect(stdout).toBe("a\n  at last\n");
});

test("causes of an error are told", async () => {
  const { reply } = await kernel.execute("throw new Error('outer', { cause: new TypeError('inner') })");
  expect((reply as Failed).traceback.join("\n")).toMatch(/Error: outer[^]*caused by TypeError: inner/);
});

test.each([
  ["a syntax error", "let x: = 3", "SyntaxError"],
  ["a name that is not there", "nowhere", "ReferenceError"],
  ["a thrown string", "throw 'text'", "Error"],
  ["a rejected value", "Promise.reject(new TypeError('late'))", "TypeError"],
  ["a missing package", "import 'no-such-package-here'", "Error"],
  ["a missing export", "import { nothing } from 'node:fs'", "SyntaxError"],
])("%s is an error, and the kernel goes on", async (_name, code, ename) => {
  const { reply } = await kernel.execute(code);
  expect(reply).toMatchObject({ status: "error", ename });
  expect(await kernel.value("'on'")).toBe("'on'");
});

test("a syntax error shows the user's line with a caret", async () => {
  const { reply } = await kernel.execute("const ok = 1;\nlet x: = 3");
  const [place, line, caret] = (reply as Failed).traceback;
  expect(place).toMatch(/cell-\d+\.ts:2:8/);
  expect(line).toContain("let x: = 3");
  expect(caret!.trim()).toBe("^");
});

test("process.exit does not end the kernel", async () => {
  const { reply } = await kernel.execute("process.exit(3)");
  expect(reply.status).toBe("error");
  expect(await kernel.value("'alive'")).toBe("'alive'");
});

test("errors that nothing caught go to the cell that caused them", async () => {
  const timer = await kernel.execute("setTimeout(() => { throw new Error('from a timer') }, 5)");
  const both = await kernel.execute(
    "Promise.reject(new Error('from a promise')); await new Promise((d) => setTimeout(d, 60))",
  );
  expect(both.stderr).toContain("from a promise");
  expect(both.stderr).toMatch(/cell-\d+\.ts:1:16/);
  expect(both.stderr).not.toContain("from a timer");
  expect(timer.stderr).toBe("");
  const late = await kernel.until("iopub", (m) => JSON.stringify(m.content).includes("from a timer"));
  expect((late.parent_header as { msg_id: string }).msg_id).toBe(
    (timer.outputs[0]!.parent_header as { msg_id: string }).msg_id,
  );
});

test("output belongs to the cell that caused it, however late it comes", async () => {
  const first = await kernel.execute("setTimeout(() => console.log('late'), 40); 0");
  const second = await kernel.execute("console.log('second'); await new Promise((d) => setTimeout(d, 80))");
  expect(second.stdout).toBe("second\n");
  const late = await kernel.until("iopub", (m) => JSON.stringify(m.content).includes("late\\n"));
  expect(late.parent_header).toEqual(first.outputs[0]!.parent_header);
});

test("silent code shows nothing, counts nothing and leaves no history", async () => {
  const before = (await kernel.execute("0")).reply as { execution_count: number };
  const { outputs, reply } = await kernel.execute("console.log('x'); display(1); globalThis.quiet = 5; 7", {
    silent: true,
  });
  expect(reply.status).toBe("ok");
  expect(outputs).toEqual([]);
  const failed = await kernel.execute("nowhere", { silent: true, stop_on_error: false });
  expect(failed.reply.status).toBe("error");
  expect(failed.outputs).toEqual([]);
  const after = (await kernel.execute("globalThis.quiet")).reply as { execution_count: number };
  expect(after.execution_count).toBe(before.execution_count + 1);
  const { reply: history } = await kernel.request("history_request", { hist_access_type: "tail", n: 1 });
  expect(JSON.stringify(history)).toContain("globalThis.quiet");
});

test("store_history off: shown, and not counted", async () => {
  const before = (await kernel.execute("0")).reply as { execution_count: number };
  const { outputs } = await kernel.execute("'unstored'", { store_history: false });
  expect(names(outputs)).toContain("execute_result");
  const after = (await kernel.execute("0")).reply as { execution_count: number };
  expect(after.execution_count).toBe(before.execution_count + 1);
});

test("user expressions are answered one by one, bad ones too", async () => {
  const { reply } = await kernel.execute("const seven = 7;", {
    user_expressions: { good: "seven * 6", bad: "nowhere" },
  });
  expect(reply).toMatchObject({
    user_expressions: {
      good: { status: "ok", data: { "text/plain": "42" }, metadata: {} },
      bad: { status: "error", ename: "ReferenceError" },
    },
  });
});

test("after an error the cells that were waiting are aborted, later ones run", async () => {
  const ids = [
    await kernel.send("execute_request", {
      code: "await new Promise((d) => setTimeout(d, 50)); throw new Error('first')",
    }),
    await kernel.send("execute_request", { code: "globalThis.ran = true" }),
    await kernel.send("execute_request", { code: "globalThis.ran = true" }),
  ];
  const done = await Promise.all(ids.map((id) => kernel.finish<"execute_request">(id)));
  expect(done.map(({ reply }) => reply.status)).toEqual(["error", "aborted", "aborted"]);
  expect(await kernel.value("typeof globalThis.ran")).toBe("'undefined'");
});

test("with stop_on_error off they are not", async () => {
  const ids = [
    await kernel.send("execute_request", { code: "throw new Error('first')", stop_on_error: false }),
    await kernel.send("execute_request", { code: "1" }),
  ];
  const done = await Promise.all(ids.map((id) => kernel.finish<"execute_request">(id)));
  expect(done.map(({ reply }) => reply.status)).toEqual(["error", "ok"]);
});

test("cells run one after the other, in order", async () => {
  await kernel.execute("globalThis.order = []");
  const ids = await Promise.all(
    [30, 5, 0].map((ms) =>
      kernel.send("execute_request", {
        code: `await new Promise((d) => setTimeout(d, ${ms})); order.push(${ms})`,
      }),
    ),
  );
  await Promise.all(ids.map((id) => kernel.finish(id)));
  expect(await kernel.value("order")).toBe("[ 30, 5, 0 ]");
});

test("20 000 printed lines all arrive before idle, in few messages", async () => {
  const { outputs, stdout } = await kernel.execute(
    "for (let i = 0; i < 20_000; i++) console.log(`line ${i}`)",
  );
  const lines = stdout.split("\n");
  expect(lines).toHaveLength(20_001);
  expect(lines.every((line, i) => i === 20_000 || line === `line ${i}`)).toBe(true);
  expect(outputs.length).toBeLessThan(60);
});

test("a character cut between two writes arrives whole", async () => {
  const { stdout } = await kernel.execute(
    "const bytes = Buffer.from('ü𝓐'); for (const byte of bytes) process.stdout.write(Uint8Array.of(byte))",
  );
  expect(stdout).toBe("ü𝓐");
});
