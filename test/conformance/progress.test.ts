import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";

const widgetView = "application/vnd.jupyter.widget-view+json";
/** An interrupt takes effect within this time, in milliseconds, as the design promises. */
const limitMs = 1000;
const slowLoop = (rounds: number, first: string = ""): string =>
  `for await (const i of cell.track([...Array(${rounds}).keys()], "align")) { ${first} await new Promise((d) => setTimeout(d, 20)); }`;

const displays = (outputs: readonly Message[]): Message[] =>
  outputs.filter(({ header }) => /display_data$/.test(header.msg_type));
const plain = (message: Message | undefined): string =>
  String((message?.content as { data: Record<string, unknown> } | undefined)?.data["text/plain"]);
const typeOf = (message: Message): string => message.header.msg_type;

describe("in a client without widgets", () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start();
  });
  afterAll(() => kernel.stop());

  test("quick work shows nothing", async () => {
    const { outputs } = await kernel.execute(slowLoop(5));
    expect(displays(outputs)).toEqual([]);
  });

  test("slow work is one line that moves and ends with what took how long", async () => {
    const { outputs } = await kernel.execute(slowLoop(60));
    const shown = displays(outputs);
    expect(typeOf(shown[0]!)).toBe("display_data");
    expect(shown.slice(1).every((message) => typeOf(message) === "update_display_data")).toBe(true);
    expect(plain(shown[0])).toMatch(/^align {2}\d+\/60 {2}[\d.]+\/s {2}0:0\d left$/);
    expect(plain(shown.at(-1))).toMatch(/^align: done in \d\.\d s, 60 at [\d.]+\/s$/);
    expect(outputs.filter((message) => typeOf(message) === "comm_open")).toEqual([]);
  });

  test("an error or an interrupt leaves a bar that says how far it came", async () => {
    const failed = await kernel.execute(slowLoop(60, "if (i > 40) throw new Error('enough');"));
    expect(plain(displays(failed.outputs).at(-1))).toMatch(/^align: ended at \d+\/60 after \d\.\d s$/);
    const id = await kernel.send("execute_request", { code: slowLoop(6000), allow_stdin: false });
    await kernel.until("iopub", (m) => typeOf(m) === "display_data" && plain(m).includes("/6000"));
    await kernel.request("interrupt_request", {}, { channel: "control" });
    const { outputs, reply } = await kernel.finish<"execute_request">(id);
    expect(reply).toMatchObject({ ename: "KeyboardInterrupt" });
    expect(plain(displays(outputs).at(-1))).toMatch(/^align: stopped at \d+\/6000 after \d\.\d s$/);
  });

  test("many stages share a few bars", async () => {
    const { outputs } = await kernel.execute(
      "for (let i = 0; i < 40; i++) cell.progress({ stage: `s${i}`, done: 0, total: 2 }); await new Promise((d) => setTimeout(d, 600)); for (let i = 0; i < 40; i++) cell.progress({ stage: `s${i}`, done: 1, total: 2 });",
    );
    expect(outputs.filter((message) => typeOf(message) === "display_data").length).toBeLessThanOrEqual(7);
  });
});

describe("in a client that shows widgets", () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start();
    await kernel.send("comm_open", { comm_id: "c", target_name: "jupyter.widget.control", data: {} });
    await kernel.execute(slowLoop(40)); // the face is loaded with the first bar
  });
  afterAll(() => kernel.stop());

  test("the cancel button stops the cell while it awaits, and its text stays in the widget's place", async () => {
    const id = await kernel.send("execute_request", { code: slowLoop(6000), allow_stdin: false });
    const ours = (message: Message): boolean => (message.parent_header as { msg_id?: string }).msg_id === id;
    const shown = await kernel.until("iopub", (m) => ours(m) && typeOf(m) === "display_data");
    expect((shown.content as { data: object }).data).toHaveProperty([widgetView]);
    const opened = kernel.outputsOf(id).filter((message) => typeOf(message) === "comm_open");
    const states = opened.map(
      ({ content }) => content as { comm_id: string; data: { state: Record<string, unknown> } },
    );
    const button = states.find(({ data }) => data.state["_model_name"] === "ButtonModel")!;
    const start = performance.now();
    await kernel.send("comm_msg", {
      comm_id: button.comm_id,
      data: { method: "custom", content: { event: "click" } },
    });
    const { reply, outputs } = await kernel.finish<"execute_request">(id);
    expect(performance.now() - start).toBeLessThan(limitMs);
    expect(reply).toMatchObject({ ename: "KeyboardInterrupt" });
    const last = displays(outputs).at(-1)!;
    expect(typeOf(last)).toBe("update_display_data");
    expect((last.content as { data: object }).data).not.toHaveProperty([widgetView]);
    expect(plain(last)).toMatch(/^align: stopped at \d+\/6000/);
    expect(displays(outputs)).toHaveLength(2);
    const closed = kernel.log.filter(({ message }) => typeOf(message) === "comm_close");
    expect(closed.length).toBeGreaterThanOrEqual(4);
  });

  test("the next cell has a bar and a signal of its own", async () => {
    const { reply, outputs } = await kernel.execute(slowLoop(40));
    expect(reply.status).toBe("ok");
    expect(plain(displays(outputs).at(-1))).toMatch(/^align: done in/);
  });
});

test("a slow call of the library shows a bar by itself, a quick one does not", async () => {
  const kernel = await KernelClient.start({ startup: ["@vitrine/widgets/host"] });
  await kernel.execute(
    'import { rfft } from "vitrine"; const small = new Float32Array(64 ** 2), side = 400, large = new Float32Array(side ** 3);',
    { timeoutMs: 60_000 },
  );
  expect(displays((await kernel.execute("(await rfft(small, [64, 64])).data.length")).outputs)).toEqual([]);
  const { outputs } = await kernel.execute(
    "await Promise.all([rfft(large, [side, side, side]), rfft(large, [side, side, side])]); 0",
    { timeoutMs: 60_000 },
  );
  const shown = displays(outputs);
  expect(shown.filter((message) => typeOf(message) === "display_data").length).toBe(1);
  expect(plain(shown.at(-1))).toMatch(/^Fourier transform.*: done/);
  await kernel.stop();
}, 120_000);
