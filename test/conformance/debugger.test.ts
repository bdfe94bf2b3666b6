import type { DebugProtocol } from "@vscode/debugprotocol";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { murmur2 } from "../../kernel/src/front/debug/code-path.js";
import { DebugClient } from "../support/debug-client.js";

let client: DebugClient;
beforeAll(async () => {
  client = await DebugClient.start();
});
afterAll(async () => {
  await client.stop();
  expect(client.kernel.problems).toEqual([]);
});

const sum = `function sum(values: readonly number[]): number {
  // a comment, at which nothing stops
  let total: number = 0;
  for (const value of values) {
    total += value;
  }
  return total;
}
interface Unused { readonly a: number }
const six = sum([1, 2, 3]);
six`;

describe("before a front end attaches", () => {
  test("debugInfo says how to compute a cell's path from its text", async () => {
    const info = await client.ask("debugInfo");
    expect(info).toMatchObject({
      isStarted: false,
      hashMethod: "Murmur2",
      breakpoints: [],
      stoppedThreads: [],
      richRendering: true,
      copyToGlobals: true,
    });
    const { tmpFilePrefix, tmpFileSuffix, hashSeed } = info as Record<string, string> & { hashSeed: number };
    const { sourcePath } = (await client.ask("dumpCell", { code: sum })) as { sourcePath: string };
    expect(sourcePath).toBe(`${tmpFilePrefix}${murmur2(sum, hashSeed)}${tmpFileSuffix}`);
  });

  test("a debugger statement does nothing", async () => {
    expect(await client.kernel.value("debugger; 'went on'")).toBe("'went on'");
  });

  test("the variables of the session can be seen", async () => {
    await client.kernel.execute("const answer: number = 42; let text = 'a \"b\"';");
    const { variables } = (await client.ask("inspectVariables")) as { variables: DebugProtocol.Variable[] };
    expect(variables).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "answer", value: "42", variablesReference: 0 }),
        expect.objectContaining({ name: "text", value: '"a \\"b\\""' }),
      ]),
    );
  });

  test("a command that isn't there, or has nothing to work on, is refused with a sentence", async () => {
    expect(await client.request("gotoTargets")).toMatchObject({
      success: false,
      message: "gotoTargets: this debugger has no such command",
    });
    expect(await client.request("next", { threadId: 1 })).toMatchObject({
      success: false,
      message: "the program is running",
    });
    expect(await client.ask("stackTrace", { threadId: 1 })).toEqual({ stackFrames: [], totalFrames: 0 });
  });
});

describe("attached", () => {
  beforeEach(async () => {
    await client.attach();
  });
  afterEach(async () => {
    await client.ask("disconnect", {});
  });

  test("a cell stops at a breakpoint: stack, variables, steps, and on to its end", async () => {
    const path = await client.breakOn(sum, [{ line: 5 }]);
    const run = await client.begin(sum);
    let stop = await client.stopped();
    expect(stop).toMatchObject({ reason: "breakpoint", threadId: 1, allThreadsStopped: true });
    const [stopped, caller] = await client.frames();
    expect(stopped).toMatchObject({ name: "sum", line: 5, source: { path } });
    expect(caller).toMatchObject({ line: 10, source: { path } });
    expect(await client.locals()).toMatchObject({ total: "0", value: "1" });

    await client.go("next");
    stop = await client.stopped();
    expect(stop.reason).toBe("step");
    await client.go("continue");
    await client.stopped();
    expect(await client.locals()).toMatchObject({ total: "1", value: "2" });
    const [frame] = await client.frames();
    expect(await client.evaluate("(values as number[]).length + total", frame)).toBe("4");

    await client.breakOn(sum, []);
    await client.go("stepOut");
    stop = await client.stopped();
    expect(stop.reason).toBe("step");
    expect((await client.frames())[0]).toMatchObject({ line: 11 });
    await client.go("continue");
    expect(await client.result(run)).toBe("6");
  });

  test("a breakpoint on a line that does nothing goes to the next that does", async () => {
    const lines = await client.linesOf(sum, [1, 2, 9]);
    expect(lines).toEqual([3, 3, 10]);
  });

  test("a function of an earlier cell stops where a breakpoint is set later", async () => {
    const code = "function later(n: number) {\n  return n * 2;\n}";
    await client.kernel.execute(code);
    await client.kernel.execute(code);
    await client.breakOn(code, [{ line: 2 }]);
    const run = await client.begin("later(21)");
    await client.stopped();
    expect(await client.locals()).toMatchObject({ n: "21" });
    await client.go("continue");
    expect(await client.result(run)).toBe("42");
  });

  test("conditions, hit counts and messages", async () => {
    const loop = "for (let i = 0; i < 10; i++) {\n  globalThis.seen = i;\n}";
    await client.breakOn(loop, [{ line: 2, condition: "i > 6" }]);
    let run = await client.begin(loop);
    await client.stopped();
    expect(await client.locals()).toMatchObject({ i: "7" });
    await client.breakOn(loop, [{ line: 2, hitCondition: "2" }]);
    await client.go("continue");
    await client.stopped();
    expect(await client.locals()).toMatchObject({ i: "9" });
    await client.go("continue");
    await client.kernel.finish(run);
    await client.breakOn(loop, [{ line: 2, condition: "i >= 8", logMessage: "at {i} of {'ten'}" }]);
    run = await client.begin(loop);
    expect((await client.kernel.finish(run)).stdout).toBe("at 8 of ten\nat 9 of ten\n");
  });

  test("steps go into functions and out, over an await, and past libraries and the kernel", async () => {
    const code = [
      "async function twice(n: number) {",
      "  await new Promise((done) => setTimeout(done, 5));",
      "  return n * 2;",
      "}",
      "const four = await twice(2);",
      "const eight = await twice(four);",
      "[1].map((one) => one + eight);",
      "eight",
    ].join("\n");
    await client.breakOn(code, [{ line: 5 }]);
    const run = await client.begin(code);
    await client.stopped();
    expect(await client.step("stepIn")).toMatchObject({ name: "twice", line: 2 });
    expect(await client.step("next")).toMatchObject({ name: "twice", line: 3 });
    expect(await client.step("stepOut")).toMatchObject({ line: 6 });
    expect(await client.step("next")).toMatchObject({ line: 7 });
    expect(await client.step("stepIn")).toMatchObject({ name: "(anonymous)", line: 7 });
    expect(await client.step("stepOut")).toMatchObject({ line: 8 });
    await client.go("next");
    expect(await client.result(run)).toBe("8");
  });

  test("a debugger statement stops", async () => {
    const run = await client.begin("const before = 1;\ndebugger;\nbefore");
    const stop = await client.stopped();
    expect(stop).toMatchObject({ description: "Stopped at a debugger statement" });
    expect((await client.frames())[0]).toMatchObject({ line: 2 });
    await client.go("continue");
    expect(await client.result(run)).toBe("1");
  });

  test("a busy loop can be stopped, looked at and gone on with", async () => {
    await client.kernel.execute("let rounds = 0;");
    const run = await client.begin("console.log('spinning');\nwhile (rounds >= 0) {\n  rounds++;\n}\n'out'");
    await client.kernel.until("iopub", (m) => JSON.stringify(m.content).includes("spinning\\n"));
    await client.ask("pause", { threadId: 1 });
    expect((await client.stopped()).reason).toBe("pause");
    await client.evaluate("rounds = -5", (await client.frames())[0]);
    await client.go("continue");
    expect(await client.result(run)).toBe("'out'");
  });

  test.each<[string, string[], string, boolean]>([
    ["uncaught", ["uncaught"], "function bad() { const why = 'so';\n throw new Error('oh') }\nbad()", true],
    ["uncaught after an await", ["uncaught"], "await null;\nthrow new Error('oh')", true],
    [
      "uncaught in an async function",
      ["uncaught"],
      "async function late() { await null; throw new Error('oh') }\nawait late()",
      true,
    ],
    ["caught, uncaught wanted", ["uncaught"], "try {\n throw new Error('oh') } catch {}", false],
    [
      "caught later, uncaught wanted",
      ["uncaught"],
      "async function late2() { await null; throw new Error('oh') }\ntry { await late2() } catch {}",
      false,
    ],
    ["caught, all wanted", ["all"], "try {\n throw new Error('oh') } catch {}", true],
    ["none wanted", [], "throw new Error('oh')", false],
  ])("errors: %s", async (_what, filters, code, stops) => {
    await client.ask("setExceptionBreakpoints", { filters });
    const run = await client.begin(code);
    if (stops) {
      expect(await client.stopped()).toMatchObject({ reason: "exception", text: "Error: oh" });
      expect(await client.ask("exceptionInfo", { threadId: 1 })).toMatchObject({
        exceptionId: "Error",
        description: "Error: oh",
      });
      await client.go("continue");
    }
    await client.kernel.finish(run);
    expect(client.stops).toBe(0);
  });

  test("while it stands still, control, heartbeat and completion answer, and comms wait", async () => {
    await client.kernel.execute("let counter = 0;");
    const run = await client.begin("debugger;\ncounter");
    await client.stopped();
    const info = await client.kernel.request("kernel_info_request", {}, { channel: "control" });
    expect(info.reply).toMatchObject({ debugger: true });
    const code = "count";
    const completed = await client.kernel.request("complete_request", { code, cursor_pos: code.length });
    expect(completed.reply).toMatchObject({ matches: expect.arrayContaining(["counter"]) });
    const message = await client.kernel.send("comm_msg", { comm_id: "none", data: {} });
    await client.go("continue");
    await client.kernel.until("iopub", (m) => (m.parent_header as { msg_id: string }).msg_id === message);
    expect(await client.result(run)).toBe("0");
  });

  test("a look at the variables of a running cell causes no message of that cell", async () => {
    const run = await client.begin("let spins = 0;\nwhile (spins >= 0) spins++;");
    await client.ask("inspectVariables");
    const before = client.kernel.outputsOf(run).length;
    await client.ask("inspectVariables");
    expect(client.kernel.outputsOf(run).length).toBe(before);
    await client.kernel.request("interrupt_request", {}, { channel: "control" });
    await client.kernel.finish(run);
  });

  test("an interrupt ends a cell that stands still, within a second, and keeps the variables", async () => {
    await client.kernel.execute("let held = 1;");
    const run = await client.begin("held = 2;\ndebugger;\nheld = 3;");
    await client.stopped();
    const start = performance.now();
    await client.kernel.request("interrupt_request", {}, { channel: "control" });
    const { reply } = await client.kernel.finish<"execute_request">(run);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(reply).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
    expect(client.events("continued").length).toBe(client.events("stopped").length);
    expect(await client.kernel.value("held")).toBe("2");
  });

  test("code in a timer stops too, while no cell runs", async () => {
    await client.kernel.execute("setTimeout(() => {\n  debugger;\n  globalThis.rang = true;\n}, 5)");
    await client.stopped();
    expect((await client.frames())[0]).toMatchObject({ line: 2 });
    await client.go("continue");
    expect(await client.kernel.value("globalThis.rang")).toBe("true");
  });

  test("an expression evaluated while nothing stands still may stop itself", async () => {
    const code = "function stops() {\n  debugger;\n  return 'done';\n}";
    await client.kernel.execute(code);
    const evaluated = client.evaluate("stops() as string");
    await client.stopped();
    await client.go("continue");
    expect(await evaluated).toBe("'done'");
  });
});

test("detached again, nothing stops, and a kernel that stands still can be shut down", async () => {
  expect(await client.kernel.value("debugger; 'went on'")).toBe("'went on'");
  const other = await DebugClient.start();
  await other.attach();
  await other.begin("debugger;");
  await other.stopped();
  const start = performance.now();
  await other.stop();
  expect(performance.now() - start).toBeLessThan(3000);
  expect(other.kernel.process.signalCode).toBe("SIGKILL");
});
