import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { HistoryRequest } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";
import { temporaryFolder } from "../support/temporary.js";

const folder = temporaryFolder();
let count = 0;
const fresh = (): string => join(folder, `${++count}`);

async function started(env: NodeJS.ProcessEnv): Promise<KernelClient> {
  const kernel = await KernelClient.start({ env });
  onTestFinished(() => kernel.stop());
  return kernel;
}

async function asked(kernel: KernelClient, request: HistoryRequest): Promise<readonly unknown[]> {
  const { reply } = await kernel.request("history_request", request);
  return reply.status === "ok" ? reply.history : [];
}

test("a kernel that was killed in a cell has left all that was typed to the next one", async () => {
  const env = { JUPYTER_DATA_DIR: fresh() };
  const first = await started(env);
  await first.execute("const box = 2 ** 8; box");
  const id = await first.send("execute_request", { code: "for (;;);" });
  await first.until(
    "iopub",
    (m) => m.header.msg_type === "execute_input" && (m.parent_header as { msg_id: string }).msg_id === id,
  );
  const ended = once(first.process, "exit");
  first.process.kill("SIGKILL");
  await ended;
  const second = await started(env);
  await second.execute("'after'");
  expect(await asked(second, { hist_access_type: "tail", n: 10, output: true })).toEqual([
    [1, 1, ["const box = 2 ** 8; box", "256"]],
    [1, 2, ["for (;;);", null]],
    [2, 1, ["'after'", "'after'"]],
  ]);
  expect(await asked(second, { hist_access_type: "range", session: -1, start: 1, stop: 2 })).toEqual([
    [1, 1, "const box = 2 ** 8; box"],
  ]);
  expect(await asked(second, { hist_access_type: "search", pattern: "for*" })).toEqual([[1, 2, "for (;;);"]]);
});

test("two kernels at once write whole lines under numbers of their own", async () => {
  const data = fresh();
  const both = await Promise.all([0, 1].map(() => started({ JUPYTER_DATA_DIR: data })));
  const long = "x".repeat(3000);
  await Promise.all(
    both.map(async (kernel, k) => {
      for (let i = 0; i < 25; i++) await kernel.execute(`"${k}.${i}.${long}"; 0`);
    }),
  );
  const lines = readFileSync(join(data, "vitrine/history.jsonl"), "utf8").split("\n").filter(Boolean);
  const entries = lines.map((line) => JSON.parse(line) as { session: number; input?: string });
  expect(new Set(entries.map(({ session }) => session))).toEqual(new Set([1, 2]));
  expect(entries.filter(({ input }) => input !== undefined)).toHaveLength(50);
  expect(await asked(both[0]!, { hist_access_type: "tail", n: 1000 })).toHaveLength(50);
});

test("what is silent or not to be stored is not kept", async () => {
  const kernel = await started({ JUPYTER_DATA_DIR: fresh() });
  await kernel.execute("'silent'", { silent: true });
  await kernel.execute("'unstored'", { store_history: false });
  await kernel.execute("'stored'");
  expect(await asked(kernel, { hist_access_type: "tail" })).toEqual([[1, 1, "'stored'"]]);
});

test("history can be off, or elsewhere", async () => {
  const data = fresh();
  const off = await started({ JUPYTER_DATA_DIR: data, VITRINE_HISTORY: "off" });
  await off.execute("'unkept'");
  expect(await asked(off, { hist_access_type: "tail" })).toHaveLength(1);
  const file = `${fresh()}.jsonl`;
  const elsewhere = await started({ JUPYTER_DATA_DIR: data, VITRINE_HISTORY: file });
  await elsewhere.execute("'kept'");
  expect(readFileSync(file, "utf8")).toContain("'kept'");
  expect(existsSync(data)).toBe(false);
});

test.runIf(process.platform === "linux")("a full disk is one warning and no failing cell", async () => {
  const kernel = await started({ VITRINE_HISTORY: "/dev/full" });
  for (const code of ["1", "2", "3"]) expect((await kernel.execute(code)).reply.status).toBe("ok");
  expect(kernel.ownStderr.match(/history is not kept: .*/g)).toHaveLength(1);
  expect(await asked(kernel, { hist_access_type: "tail" })).toHaveLength(3);
});
