import { Subscriber } from "zeromq";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { ReplayMemory, createSigner, decode } from "../../kernel/src/wire/index.js";
import { KernelClient, isStatus } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

test("kernel_info says the language and the protocol", async () => {
  const { reply } = await kernel.request("kernel_info_request", {});
  expect(reply).toMatchObject({
    status: "ok",
    protocol_version: "5.5",
    implementation: "vitrine",
    language_info: { name: "typescript", file_extension: ".ts", mimetype: "text/typescript" },
  });
});

test("connect_request gives the ports", async () => {
  const { reply } = await kernel.request("connect_request", {});
  expect(Object.keys(reply)).toEqual(expect.arrayContaining(["shell_port", "iopub_port", "hb_port"]));
});

test("completion knows the session's names and properties, and counts code points", async () => {
  await kernel.execute("const halfMap = { voxelSizeA: 1, shape: [1, 2] };");
  const member = await kernel.request("complete_request", { code: "halfMap.vox", cursor_pos: 11 });
  expect(member.reply).toMatchObject({
    status: "ok",
    matches: ["voxelSizeA"],
    cursor_start: 8,
    cursor_end: 11,
  });
  const code = "'𝓐𝓐'; halfM";
  const name = await kernel.request("complete_request", { code, cursor_pos: [...code].length });
  expect(name.reply).toMatchObject({ matches: ["halfMap"], cursor_start: 6, cursor_end: 11 });
});

test("completion runs no getter and makes no call", async () => {
  await kernel.execute(
    "globalThis.touched = 0; const trap = { get inner() { touched++; return { a: 1 } }, make() { touched++; return { b: 1 } } };",
  );
  await kernel.request("complete_request", { code: "trap.inner.", cursor_pos: 11 });
  await kernel.request("complete_request", { code: "trap.make().", cursor_pos: 12 });
  await kernel.request("inspect_request", { code: "trap.inner", cursor_pos: 10 });
  expect(await kernel.value("touched")).toBe("0");
});

test("properties of a large array come at once", async () => {
  await kernel.execute("const large = new Float32Array(2 ** 24);");
  const start = performance.now();
  const { reply } = await kernel.request("complete_request", { code: "large.subar", cursor_pos: 11 });
  expect(reply).toMatchObject({ matches: ["subarray"] });
  expect(performance.now() - start).toBeLessThan(1000);
});

test("inspection shows values, functions, and nothing for nothing", async () => {
  await kernel.execute("function scale(map: number[], factor = 2) { return map }");
  const found = await kernel.request("inspect_request", { code: "scale(", cursor_pos: 5 });
  expect(found.reply).toMatchObject({ status: "ok", found: true });
  expect(JSON.stringify(found.reply)).toMatch(/scale\(map.*factor/);
  const none = await kernel.request("inspect_request", { code: "noSuchName", cursor_pos: 3 });
  expect(none.reply).toEqual({ status: "ok", found: false, data: {}, metadata: {} });
});

test("an incomplete line says how the next one is to be indented", async () => {
  const { reply } = await kernel.request("is_complete_request", { code: "function f() {" });
  expect(reply).toMatchObject({ status: "incomplete", indent: expect.stringMatching(/^\s*$/) });
});

test("detail levels are taken, and the cursor may be past the end", async () => {
  for (const detail_level of [0, 1]) {
    const { reply } = await kernel.request("inspect_request", { code: "Math", cursor_pos: 99, detail_level });
    expect(reply).toMatchObject({ status: "ok", found: true });
  }
});

test("open comms are listed, of one target or of all", async () => {
  await kernel.execute("const [first, second] = ['a', 'b'].map((target) => comm.openComm(target));");
  const list = async (content: object): Promise<unknown[]> => {
    const { reply } = await kernel.request("comm_info_request", content);
    return reply.status === "ok" ? Object.values(reply.comms).map((one) => one.target_name) : [];
  };
  expect([await list({}), await list({ target_name: "b" })]).toEqual([["a", "b"], ["b"]]);
  await kernel.execute("first.close(); second.close();");
  expect(await list({})).toEqual([]);
});

test("an old client's header, without version and date, is taken", async () => {
  const header = { msg_id: "old-1", session: "old", username: "u", msg_type: "kernel_info_request" };
  const parts = [header, {}, {}, {}].map((part) => Buffer.from(JSON.stringify(part)));
  kernel.judge.asked("shell", header);
  await kernel.sendFrames("shell", ["<IDS|MSG>", createSigner(kernel.key).sign(parts), ...parts]);
  expect((await kernel.finish<"kernel_info_request">("old-1")).reply.status).toBe("ok");
});

test("a subscriber is welcomed under its own topic", async () => {
  const listener = new Subscriber({ linger: 0, receiveTimeout: 10_000 });
  onTestFinished(() => listener.close());
  listener.connect(kernel.addresses.iopub);
  listener.subscribe("only.this");
  const [topic, ...frames] = await listener.receive();
  expect(topic!.toString()).toBe("only.this");
  const { content, parent_header } = decode(frames, createSigner(kernel.key), new ReplayMemory());
  expect([content, parent_header]).toEqual([{ subscription: "only.this" }, {}]);
});

test.each([
  ["1 + 1", "complete"],
  ["function f() {", "incomplete"],
  ["`open", "incomplete"],
  ["let x: = ;", "invalid"],
])("is_complete of %j is %s", async (code, status) => {
  const { reply } = await kernel.request("is_complete_request", { code });
  expect(reply.status).toBe(status);
});

test("history: tail, range, search and unique, with and without output", async () => {
  for (const code of ["'aa'", "'ab'", "'aa'"]) await kernel.execute(code);
  const ask = async (
    request: Parameters<typeof kernel.request<"history_request">>[1],
  ): Promise<unknown[][]> => {
    const { reply } = await kernel.request("history_request", request);
    return (reply as unknown as { history: unknown[][] }).history;
  };
  const tail = await ask({ hist_access_type: "tail", n: 3, raw: true, output: false });
  expect(tail.map((entry) => entry[2])).toEqual(["'aa'", "'ab'", "'aa'"]);
  const line = tail[0]![1] as number;
  expect(
    await ask({ hist_access_type: "range", session: 0, start: line, stop: line + 2, output: true }),
  ).toEqual([
    [1, line, ["'aa'", "'aa'"]],
    [1, line + 1, ["'ab'", "'ab'"]],
  ]);
  expect(await ask({ hist_access_type: "search", pattern: "'a?'" })).toHaveLength(3);
  expect((await ask({ hist_access_type: "search", pattern: "'a*", unique: true })).map((e) => e[2])).toEqual([
    "'ab'",
    "'aa'",
  ]);
  expect(await ask({ hist_access_type: "search", pattern: "'a*", n: 1 })).toHaveLength(1);
});

test("input asks the front end that runs the cell, password included", async () => {
  for (const [code, prompt, password] of [
    ["input('name? ')", "name? ", false],
    ["input('secret? ', { password: true })", "secret? ", true],
    ["prompt('web style? ')", "web style? ", false],
  ] as const) {
    const id = await kernel.send("execute_request", { code, allow_stdin: true });
    const question = await kernel.until(
      "stdin",
      (m) => (m.parent_header as { msg_id: string }).msg_id === id,
    );
    expect(question.content).toEqual({ prompt, password });
    await kernel.send("input_reply", { value: "bäb 𝓐" }, { channel: "stdin" });
    expect(JSON.stringify((await kernel.finish(id)).outputs)).toContain("bäb 𝓐");
  }
});

test("printed text is there before the question", async () => {
  const id = await kernel.send("execute_request", {
    code: "console.log('first'); input('then')",
    allow_stdin: true,
  });
  await kernel.until("stdin", (m) => (m.parent_header as { msg_id: string }).msg_id === id);
  await kernel.until(
    "iopub",
    (m) => m.header.msg_type === "stream" && (m.parent_header as { msg_id: string }).msg_id === id,
  );
  await kernel.send("input_reply", { value: "" }, { channel: "stdin" });
  expect((await kernel.finish<"execute_request">(id)).stdout).toBe("first\n");
});

test("input is refused where the front end takes none, and can be interrupted", async () => {
  const { reply } = await kernel.execute("input('x')", { allow_stdin: false });
  expect(reply).toMatchObject({ status: "error", evalue: "input: this front end takes no input" });
  const id = await kernel.send("execute_request", { code: "input('waiting')", allow_stdin: true });
  await kernel.until("stdin", (m) => (m.parent_header as { msg_id: string }).msg_id === id);
  await kernel.request("interrupt_request", {}, { channel: "control" });
  expect((await kernel.finish<"execute_request">(id)).reply).toMatchObject({ ename: "KeyboardInterrupt" });
  expect(await kernel.value("'alive'")).toBe("'alive'");
});

test("control, completion and inspection are answered while a cell runs", async () => {
  const id = await kernel.send("execute_request", {
    code: "{ const until = Date.now() + 1200; while (Date.now() < until); } 'ran'",
  });
  await kernel.until(
    "iopub",
    (m) => m.header.msg_type === "execute_input" && (m.parent_header as { msg_id: string }).msg_id === id,
  );
  const start = performance.now();
  await kernel.request("kernel_info_request", {}, { channel: "control" });
  const complete = await kernel.request("complete_request", { code: "halfMap.sh", cursor_pos: 10 });
  await kernel.request("is_complete_request", { code: "1" });
  await kernel.request("kernel_info_request", {});
  await kernel.request("comm_info_request", {});
  await kernel.request("connect_request", {});
  await kernel.request("usage_request", {}, { channel: "control" });
  await kernel.request("history_request", { hist_access_type: "tail", n: 1 });
  expect(performance.now() - start).toBeLessThan(900);
  expect(complete.reply).toMatchObject({ matches: ["shape"] });
  expect(kernel.outputsOf(id).some((m) => isStatus(m, "idle"))).toBe(false);
  const { outputs } = await kernel.finish(id);
  expect(JSON.stringify(outputs)).toContain("ran");
});

test("a request that the kernel does not know gets an error for an answer", async () => {
  const id = await kernel.send("dream_request" as "connect_request", {}, { channel: "control" });
  const reply = await kernel.until("control", (m) => (m.parent_header as { msg_id: string }).msg_id === id);
  expect(reply.header.msg_type).toBe("dream_reply");
  expect(reply.content).toMatchObject({ status: "error", ename: "ProtocolError" });
  expect(kernel.problems.splice(0)).toEqual(["dream_reply: no such message"]);
});

test("usage tells what the kernel and its children take", async () => {
  const ask = async () => (await kernel.request("usage_request", {}, { channel: "control" })).reply;
  const before = await ask();
  expect(before).toMatchObject({ status: "ok", pid: kernel.process.pid });
  await kernel.execute(
    "const { user } = process.cpuUsage(); while (process.cpuUsage().user < user + 3e5); globalThis.held = Buffer.alloc(64e6, 1);",
  );
  const after = await ask();
  if (before.status !== "ok" || after.status !== "ok") throw new Error("usage was not told");
  expect(after.kernel_cpu).toBeGreaterThan(1); // near 100 where nothing else runs
  expect(after.kernel_memory - before.kernel_memory).toBeGreaterThan(50e6);
  expect(after.host_cpu_percent).toBeGreaterThan(0);
  expect(after.host_virtual_memory.total).toBeGreaterThan(after.kernel_memory);
});

test("a request with a wrong field is answered with the field's name", async () => {
  const { reply } = await kernel.request("execute_request", { code: 3 } as never);
  expect(reply).toMatchObject({ status: "error", evalue: "execute_request.code: got 3, wanted a string" });
});

test("every request is framed by busy and idle", () => {
  const parents = new Map<string, string[]>();
  for (const { channel, message } of kernel.log) {
    if (channel !== "iopub" || message.header.msg_type !== "status") continue;
    const id = (message.parent_header as { msg_id?: string }).msg_id;
    if (id === undefined) continue;
    parents.set(id, [...(parents.get(id) ?? []), (message as Message<"status">).content.execution_state]);
  }
  expect(parents.size).toBeGreaterThan(30);
  for (const states of parents.values()) {
    expect(states[0]).toBe("busy");
    expect(states.at(-1)).toBe("idle");
    expect(states.filter((state) => state === "idle")).toHaveLength(1);
  }
});
