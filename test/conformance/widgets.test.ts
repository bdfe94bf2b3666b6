import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient, isStatus, type Exchange } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute(
    'import { Button, Dropdown, FileUpload, IntSlider, closeAll } from "@vitrine/kernel/controls";',
  );
});
afterAll(async () => {
  await kernel.stop();
});

type Open = Message<"comm_open">;
type Said = Message<"comm_msg">;

const viewMime = "application/vnd.jupyter.widget-view+json";
const opens = ({ outputs }: Exchange): Open[] =>
  outputs.filter((message) => message.header.msg_type === "comm_open") as Open[];
/** The comm of the control that a cell made: it is opened after its layout and its style. */
const idOf = (made: Exchange): string => opens(made).at(-1)!.content.comm_id;

/** Sends what a view sends, and gives all that is published in its name up to idle. */
async function say(
  id: string,
  data: object,
  buffers: readonly Uint8Array[] = [],
): Promise<readonly Message[]> {
  const sent = await kernel.send("comm_msg", { comm_id: id, data: { ...data } }, { buffers });
  const isMine = ({ parent_header }: Message): boolean =>
    (parent_header as { readonly msg_id?: string }).msg_id === sent;
  await kernel.until("iopub", (message) => isMine(message) && isStatus(message, "idle"));
  return kernel.outputsOf(sent);
}

const update = (state: object, paths: unknown[] = []): object => ({
  method: "update",
  state,
  buffer_paths: paths,
});
const data = (messages: readonly Message[]): unknown[] =>
  messages
    .filter(({ header }) => header.msg_type === "comm_msg")
    .map((message) => (message as Said).content.data);

test("a control as the value of a cell is shown by its view, or as a line of text", async () => {
  const made = await kernel.execute('new IntSlider({ value: 3, max: 10, layout: { width: "50%" } })');
  const names = opens(made).map(
    ({ content }) => (content.data["state"] as Record<string, unknown>)["_model_name"],
  );
  expect(names.sort()).toEqual(["IntSliderModel", "LayoutModel", "SliderStyleModel"]);
  expect(opens(made).at(-1)).toMatchObject({
    metadata: { version: "2.1.0" },
    content: { target_name: "jupyter.widget", data: { state: { _model_name: "IntSliderModel", value: 3 } } },
  });
  const result = made.outputs.find(({ header }) => header.msg_type === "execute_result");
  expect(result?.content).toMatchObject({
    data: {
      "text/plain": "IntSlider(value=3, min=0, max=10)",
      [viewMime]: { version_major: 2, version_minor: 0, model_id: idOf(made) },
    },
  });
  const printed = await kernel.execute("console.log(new IntSlider({ value: 3, max: 10 }))");
  expect(printed.stdout).toBe("IntSlider(value=3, min=0, max=10)\n");
});

test("what the user does is echoed first, then told and corrected, all in the name of that message", async () => {
  const id = idOf(
    await kernel.execute(`const s = new IntSlider({ value: 3, max: 10 });
      s.on("change", "value", ({ value, fromView }) => console.log("now", value, fromView));`),
  );
  const answers = await say(id, update({ value: 99 }));
  expect(data(answers)).toEqual([
    { method: "echo_update", state: { value: 99 }, buffer_paths: [] },
    { method: "update", state: { value: 10 }, buffer_paths: [] },
  ]);
  expect(answers.map(({ header }) => header.msg_type)).toContain("stream");
  expect(await kernel.value("s.value")).toBe("10");
});

test("a value that can't be is refused on stderr, and the view gets back what stands", async () => {
  const id = idOf(await kernel.execute('const d = new Dropdown({ options: ["C1", "D7"] })'));
  const answers = await say(id, update({ index: 5 }));
  expect(data(answers).at(-1)).toEqual({ method: "update", state: { index: 0 }, buffer_paths: [] });
  expect(JSON.stringify(answers.map(({ content }) => content))).toContain(
    "Dropdown.index: got 5, wanted from 0 to 1",
  );
});

test("a click runs its handler while a cell waits", async () => {
  const id = idOf(
    await kernel.execute(`const b = new Button(); let clicked; const click = new Promise((done) => { clicked = done; });
      b.onClick(() => clicked("clicked"));`),
  );
  const cell = await kernel.send("execute_request", { code: "console.log(await click)" });
  await kernel.until("iopub", ({ header, content }) => {
    return header.msg_type === "execute_input" && JSON.stringify(content).includes("await click");
  });
  await say(id, { method: "custom", content: { event: "click" } });
  expect((await kernel.finish<"execute_request">(cell)).stdout).toBe("clicked\n");
});

test("a file of 4 MB arrives whole and is not sent back", async () => {
  const id = idOf(await kernel.execute("const u = new FileUpload()"));
  const bytes = new Uint8Array(4 << 20).map((_, i) => (i * 7) % 251);
  const file = { name: "m.mrc", type: "", size: bytes.length, last_modified: 1_700_000_000_000 };
  const answers = await say(id, update({ value: [file] }, [["value", 0, "content"]]), [bytes]);
  expect(data(answers)).toEqual([]);
  const { stdout } = await kernel.execute(`{ const [{ name, size, lastModified, content }] = u.value;
    const { createHash } = await import("node:crypto");
    console.log(name, size, lastModified.getTime(), createHash("sha256").update(content).digest("hex")); }`);
  expect(stdout).toBe(
    `m.mrc ${bytes.length} 1700000000000 ${createHash("sha256").update(bytes).digest("hex")}\n`,
  );
});

test("a page that was reloaded gets the states of all widgets in one answer", async () => {
  const made = await kernel.execute('const r = new IntSlider({ value: 7, description: "kept" })');
  await kernel.send("comm_open", { comm_id: "reload", target_name: "jupyter.widget.control", data: {} });
  const answers = await say("reload", { method: "request_states" });
  const [{ states }] = data(answers) as [{ states: Record<string, { model_name: string; state: object }> }];
  expect(states[idOf(made)]).toMatchObject({
    model_name: "IntSliderModel",
    model_module: "@jupyter-widgets/controls",
    model_module_version: "2.0.0",
    state: { value: 7, description: "kept" },
  });
  for (const { content } of opens(made)) expect(states).toHaveProperty(content.comm_id);
});

test("a value that a loop changes reaches the views at most 60 times a second, the newest for certain", async () => {
  const made = await kernel.execute(`const p = new IntSlider({ max: 100000 });
    const startMs = performance.now();
    for (let i = 1; performance.now() - startMs < 500; i++) {
      p.value = i;
      if (i % 100 === 0) await new Promise((done) => setImmediate(done));
    }
    p.value = 99999;
    const tookMs = performance.now() - startMs;
    await new Promise((done) => setTimeout(done, 100));
    console.log(tookMs);`);
  const id = idOf(made);
  const sent = made.outputs.filter(
    ({ header, content }) => header.msg_type === "comm_msg" && (content as Said["content"]).comm_id === id,
  );
  const seconds = Number(made.stdout) / 1000;
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.length).toBeLessThanOrEqual(seconds * 60 + 2);
  expect(data(sent).at(-1)).toMatchObject({ state: { value: 99_999 } });
});

test("closing a control ends its layout and style too, and closeAll leaves none", async () => {
  const widgets = async (): Promise<number> => {
    const { reply } = await kernel.request("comm_info_request", { target_name: "jupyter.widget" });
    return Object.keys((reply as { comms: object }).comms).length;
  };
  const before = await widgets();
  await kernel.execute("const c = new IntSlider()");
  expect(await widgets()).toBe(before + 3);
  const closed = await kernel.execute("c.close()");
  expect(closed.outputs.filter(({ header }) => header.msg_type === "comm_close")).toHaveLength(3);
  expect(await widgets()).toBe(before);
  await kernel.execute("closeAll()");
  expect(await widgets()).toBe(0);
});
