import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute('import * as controls from "@vitrine/kernel/controls"');
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

type Data = { readonly method?: string; readonly state?: Readonly<Record<string, unknown>> };

/** What went over a model's comm so far. */
function sent(id: string): Data[] {
  return kernel.log.flatMap(({ channel, message }) => {
    const { comm_id, data } = message.content as { comm_id?: string; data?: Data };
    return channel === "iopub" && comm_id === id ? [data ?? {}] : [];
  });
}

/** Waits until the newest outputs of a model look so. */
async function untilOutputs(id: string, wanted: RegExp): Promise<string> {
  const newest = (): string =>
    JSON.stringify(sent(id).findLast((data) => data.state?.["outputs"] !== undefined)?.state?.["outputs"]);
  await kernel.until("iopub", () => wanted.test(newest()));
  return newest();
}

/** Runs code that gives the id of a model. */
async function id(code: string): Promise<string> {
  return (await kernel.value(code))!.replaceAll("'", "");
}

const move = (comm_id: string, value: unknown): Promise<string> =>
  kernel.send("comm_msg", { comm_id, data: { method: "update", state: { value }, buffer_paths: [] } });

test("interact is there without an import: controls, and the function's output in one widget", async () => {
  const { reply, outputs } = await kernel.execute(`
    const doubled = interact(({ x }) => { console.log("x is", x); return 2 * x; }, { x: 10 });
    doubled`);
  expect(reply.status).toBe("ok");
  const kinds = outputs.map(({ header }) => header.msg_type);
  expect(kinds.filter((kind) => kind === "display_data")).toHaveLength(1);
  expect(kinds).not.toContain("execute_result");
  expect(kinds).not.toContain("stream");
  const output = await id("doubled.output.id");
  expect(await untilOutputs(output, /"20"/)).toContain("x is 10\\n");
});

test("a view's change runs the function; its output goes to the widget alone", async () => {
  const output = await id("doubled.output.id");
  const moved = await move(await id("doubled.controls.x.id"), 12);
  expect(await untilOutputs(output, /"24"/)).toContain("x is 12\\n");
  const kinds = kernel.outputsOf(moved).map(({ header }) => header.msg_type);
  expect(kinds.filter((kind) => kind === "stream" || kind === "display_data")).toEqual([]);
});

test("an error in the function is shown with the user's own line", async () => {
  await kernel.execute(`
    const failing = interact(({ x }: { x: number }) => {
      if (x > 10) throw new RangeError("too much");
    }, { x: 10 });`);
  await move(await id("failing.controls.x.id"), 11);
  const shown = await untilOutputs(await id("failing.output.id"), /too much/);
  expect(shown).toMatch(/"ename":"RangeError"/);
  expect(shown).toMatch(/cell-\d+\.ts:3:\d+/);
  expect(shown).toContain('if (x > 10) throw new RangeError(\\"too much\\");');
});

test("the stop button ends a run in progress, also between cells, and the next change runs", async () => {
  await kernel.execute(`
    const polite = interact(async ({ x }) => {
      const { signal } = cell;
      if (x === 2) await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      console.log("done with", x);
    }, { x: 1 });`);
  const [x, output] = [await id("polite.controls.x.id"), await id("polite.output.id")];
  await untilOutputs(output, /done with 1/);
  const moved = await move(x, 2);
  await kernel.until("iopub", (m) => parentOf(m) === moved && isIdle(m));
  await kernel.request("interrupt_request", {}, { channel: "control" });
  await untilOutputs(output, /KeyboardInterrupt/);
  await move(x, 3);
  expect(await untilOutputs(output, /done with 3/)).not.toContain("KeyboardInterrupt");
});

test("a function that loops is stopped by force, and the next change runs", async () => {
  await kernel.execute(`
    const looping = interact(({ x }) => { console.log("at", x); while (x === 2); }, { x: 1 });`);
  const [x, output] = [await id("looping.controls.x.id"), await id("looping.output.id")];
  const moved = await move(x, 2);
  await kernel.until("iopub", (m) => parentOf(m) === moved);
  await kernel.request("interrupt_request", {}, { channel: "control" });
  await kernel.until("iopub", (m) => parentOf(m) === moved && isIdle(m));
  await move(x, 3);
  await untilOutputs(output, /at 3/);
});

test("captures at the same time do not mix: printed text, values, late output, errors nobody catches", async () => {
  const { stdout, stderr } = await kernel.execute(`
    const [a, b] = [new controls.Output(), new controls.Output()];
    const chat = (name: string) => async () => {
      for (let i = 0; i < 3; i++) {
        console.log(name, i);
        await new Promise((resolve) => setTimeout(resolve, 5));
        process.stdout.write(name + "!\\n");
      }
      await display({ name });
      setTimeout(() => console.error(name, "late"), 20);
      Promise.reject(new Error(name + " lost"));
    };
    await Promise.all([a.capture(chat("a")), b.capture(chat("b"))]);
    console.log("outside");`);
  expect([stdout, stderr]).toEqual(["outside\n", ""]);
  for (const [name, other] of ["ab", "ba"]) {
    const output = await id(`${name}.id`);
    const shown = await untilOutputs(output, new RegExp(`${name} late`));
    expect(shown).toContain(`${name} 0\\n${name}!\\n${name} 1\\n${name}!\\n${name} 2\\n${name}!\\n`);
    expect(shown).toContain(`{ name: '${name}' }`);
    expect(shown).toContain(`${name} lost`);
    expect(shown).not.toContain(`${other} lost`);
    expect(shown).not.toContain(`${other} 0`);
  }
});

test("a cell that is interrupted stops what it captures, and says so inside", async () => {
  const waiting = await kernel.send("execute_request", {
    code: `const held = new controls.Output();
      console.log("began");
      await held.capture(async () => {
        const { signal } = cell;
        await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      })`,
  });
  await kernel.until("iopub", (m) => parentOf(m) === waiting && m.header.msg_type === "stream");
  await kernel.request("interrupt_request", {}, { channel: "control" });
  const { reply } = await kernel.finish<"execute_request">(waiting);
  expect(reply).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
  await untilOutputs(await id("held.id"), /KeyboardInterrupt/);
});

test("100,000 printed lines go in without holding up the cell, the last of them too", async () => {
  const { reply } = await kernel.execute(
    `const many = new controls.Output();
     many.capture(() => { for (let i = 0; i < 100_000; i++) console.log("line", i); });`,
    { timeoutMs: 60_000 },
  );
  expect(reply.status).toBe("ok");
  const shown = await untilOutputs(await id("many.id"), /line 99999\\n/);
  expect(shown.length).toBeLessThan(2_000_000);
  expect(sent(await id("many.id")).length).toBeLessThan(500);
});

test("a linked value follows in the kernel, a js link is known to the browser", async () => {
  await kernel.execute(`
    const source = new controls.IntSlider({ value: 1 });
    const target = new controls.IntSlider();
    const unlink = controls.link([source, "value"], [target, "value"]);
    const unlinkThere = controls.jslink([source, "max"], [target, "max"]);`);
  await move(await id("source.id"), 8);
  expect(await kernel.value("target.value")).toBe("8");
  const opened = kernel.log.map(({ message }) => (message.content as { data?: Data }).data?.state);
  const [source, target] = [await id("source.id"), await id("target.id")];
  expect(opened.find((state) => state?.["_model_name"] === "LinkModel")).toMatchObject({
    source: [`IPY_MODEL_${source}`, "max"],
    target: [`IPY_MODEL_${target}`, "max"],
  });
});

test("a widget of the user's own carries its module, and hears its view", async () => {
  const own = await id(`
    const counter = controls.anywidget({ esm: "export default { render() {} }", state: { value: 1 } });
    counter.id`);
  expect(sent(own)[0]!.state).toMatchObject({ _model_name: "AnyModel", value: 1 });
  await move(own, 5);
  expect(await kernel.value("counter.value")).toBe("5");
});

function parentOf(message: Message): string | undefined {
  return (message.parent_header as { msg_id?: string }).msg_id;
}

function isIdle({ header, content }: Message): boolean {
  return header.msg_type === "status" && (content as { execution_state?: string }).execution_state === "idle";
}
