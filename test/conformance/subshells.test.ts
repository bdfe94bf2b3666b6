import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient, isStatus } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
});
afterAll(() => kernel.stop());

const control = { channel: "control" } as const;

async function subshell(): Promise<string> {
  const { reply } = await kernel.request("create_subshell_request", {}, control);
  if (reply.status !== "ok") throw new Error("no subshell");
  return reply.subshell_id;
}

async function listed(): Promise<readonly string[]> {
  const { reply } = await kernel.request("list_subshell_request", {}, control);
  return reply.status === "ok" ? reply.subshell_id : [];
}

/** Sends a cell, and waits until it has run to its first wait. */
async function running(code: string, options: { readonly subshell?: string } = {}): Promise<string> {
  const id = await kernel.send("execute_request", { code: `console.log("running"); ${code}` }, options);
  await kernel.until("iopub", (m) => m.header.msg_type === "stream" && parentOf(m) === id);
  return id;
}

const parentOf = (message: Message): string | undefined =>
  (message.parent_header as { readonly msg_id?: string }).msg_id;
const done = (id: string) => kernel.finish<"execute_request">(id);

/** Resolves when all that was sent over the shell channel is with the kernel: other channels may be faster. */
const arrived = () => kernel.request("kernel_info_request", {});

/** A cell that waits until another calls what it leaves in `name`. */
const waiting = (name: string): string => `await new Promise((go) => { globalThis.${name} = go; })`;

test("they are made, listed and removed by name; the kernel says that it has them", async () => {
  const { reply } = await kernel.request("kernel_info_request", {}, control);
  expect(reply).toMatchObject({ supported_features: expect.arrayContaining(["kernel subshells"]) });
  const [first, second] = [await subshell(), await subshell()];
  expect(first).not.toBe(second);
  expect(await listed()).toEqual([first, second]);
  await kernel.request("delete_subshell_request", { subshell_id: first }, control);
  expect(await listed()).toEqual([second]);
  const again = await kernel.request("delete_subshell_request", { subshell_id: first }, control);
  expect(again.reply).toMatchObject({ status: "error", ename: "UnknownSubshell" });
  await kernel.request("delete_subshell_request", { subshell_id: second }, control);
  expect(await listed()).toEqual([]);
});

test("a subshell's cell runs while the main one waits, on the same variables", async () => {
  const id = await running(`let shared = 1; ${waiting("release")}; shared`);
  const side = await kernel.request(
    "execute_request",
    { code: "shared += 41; console.log('side'); release(); shared" },
    { subshell: await subshell() },
  );
  expect(side.reply.status).toBe("ok");
  expect(side.stdout).toBe("side\n");
  const main = await done(id);
  expect(main.stdout).toBe("running\n");
  expect(JSON.stringify(main.outputs)).toContain('"text/plain":"42"');
});

test("the counts of all shells are one, and never the same", async () => {
  const id = await running(waiting("release"));
  const side = await kernel.request("execute_request", { code: "release()" }, { subshell: await subshell() });
  const main = await done(id);
  expect(side.reply.execution_count).toBe(main.reply.execution_count + 1);
});

test("each shell has a queue of its own: order inside, none between", async () => {
  const side = await subshell();
  await kernel.execute("globalThis.order = []");
  const main = await running(`order.push("a1"); ${waiting("release")}; order.push("a2")`);
  const behind = await kernel.send("execute_request", { code: "order.push('a3')" });
  for (const name of ["b1", "b2"])
    await kernel.request("execute_request", { code: `order.push("${name}")` }, { subshell: side });
  await kernel.request("execute_request", { code: "release()" }, { subshell: side });
  await Promise.all([main, behind].map(done));
  expect(await kernel.value("order.join()")).toBe("'a1,b1,b2,a2,a3'");
});

test("an error aborts its own queue and no other", async () => {
  const side = await subshell();
  const failing = await running(`${waiting("release")}; throw new Error("here")`, { subshell: side });
  const behindIt = await kernel.send("execute_request", { code: "1" }, { subshell: side });
  const main = await running(waiting("releaseMain"));
  const behindMain = await kernel.send("execute_request", { code: "'ran'" });
  const other = await subshell();
  await kernel.request("execute_request", { code: "release()" }, { subshell: other });
  expect((await done(failing)).reply.status).toBe("error");
  expect((await done(behindIt)).reply).toMatchObject({ status: "aborted" });
  await kernel.request("execute_request", { code: "releaseMain()" }, { subshell: other });
  expect((await done(main)).reply.status).toBe("ok");
  expect((await done(behindMain)).reply.status).toBe("ok");
});

test("an interrupt stops the cells of all shells", async () => {
  const ids = [
    await running("await new Promise(() => {})"),
    await running("await new Promise(() => {})", { subshell: await subshell() }),
    await running("for (;;) await new Promise((d) => setTimeout(d, 5))", { subshell: await subshell() }),
  ];
  await kernel.request("interrupt_request", {}, control);
  for (const { reply } of await Promise.all(ids.map(done)))
    expect(reply).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
  expect(await kernel.value("'alive'")).toBe("'alive'");
});

test("a subshell that is removed aborts what waits and ends what runs", async () => {
  const side = await subshell();
  const first = await running(`${waiting("release")}; "ended"`, { subshell: side });
  const second = await kernel.send("execute_request", { code: "1" }, { subshell: side });
  await arrived();
  await kernel.request("delete_subshell_request", { subshell_id: side }, control);
  expect((await done(second)).reply).toMatchObject({ status: "aborted" });
  await kernel.execute("release()");
  expect(JSON.stringify((await done(first)).outputs)).toContain("ended");
});

test("a cell for a subshell that is not there is refused with its name", async () => {
  const lost = { subshell: "nowhere" };
  const { reply } = await kernel.request("execute_request", { code: "globalThis.lost = 1" }, lost);
  expect(reply).toMatchObject({ status: "error", ename: "UnknownSubshell", evalue: "no subshell nowhere" });
  expect(await kernel.value("typeof globalThis.lost")).toBe("'undefined'");
});

test("each cell that runs may ask its own front end", async () => {
  const id = await running(waiting("release"));
  const side = await subshell();
  const asking = await kernel.send(
    "execute_request",
    { code: "const said = input('who?'); release(); said", allow_stdin: true },
    { subshell: side },
  );
  const question = await kernel.until("stdin", (m) => parentOf(m) === asking);
  expect(question.content).toMatchObject({ prompt: "who?" });
  await kernel.send("input_reply", { value: "side" }, { channel: "stdin" });
  expect(JSON.stringify((await done(asking)).outputs)).toContain("'side'");
  await done(id);
});

test("the kernel is busy until the last cell of all has ended", async () => {
  const id = await running(waiting("release"));
  const side = await subshell();
  await kernel.request("execute_request", { code: "1" }, { subshell: side });
  const states = kernel.log.filter(({ message }) => message.header.msg_type === "status");
  const last = kernel.log.indexOf(states.at(-1)!);
  await kernel.until("iopub", (m) => {
    const at = kernel.log.findIndex(({ message }) => message === m);
    return at >= last && isStatus(m, "busy") && parentOf(m) === id;
  });
  await kernel.request("execute_request", { code: "release()" }, { subshell: side });
  await done(id);
});

test("comm messages reach their comm whichever subshell they name", async () => {
  const side = await subshell();
  await kernel.execute(
    "globalThis.heard = []; comm.registerCommTarget('side', (c) => c.onMessage((m) => heard.push(m.data.n)))",
  );
  await kernel.send("comm_open", { comm_id: "c1", target_name: "side", data: {} }, { subshell: side });
  await kernel.send("comm_msg", { comm_id: "c1", data: { n: 1 } }, { subshell: side });
  const last = await kernel.send("comm_msg", { comm_id: "c1", data: { n: 2 } }, { subshell: "gone" });
  await kernel.until("iopub", (m) => parentOf(m) === last && isStatus(m, "idle"));
  expect(await kernel.value("heard.join()")).toBe("'1,2'");
});
