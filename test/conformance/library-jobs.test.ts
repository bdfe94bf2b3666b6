import { afterAll, beforeAll, expect, test } from "vitest";
import { KernelClient } from "../support/kernel-client.js";

/** An interrupt takes effect within this time, in milliseconds, as the design promises. */
const limitMs = 1000;
/** Ticks of a 5 ms timer that a second on a free thread has room for, on a machine busy with other work. */
const fewestTicks = 20;

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start({ startup: ["@vitrine/widgets/host"] });
  await kernel.execute('import { defaultBackend, memoryBudget, rfft } from "vitrine"; const side = 300;');
  await kernel.execute("const map = new Float32Array(side ** 3).fill(1); const shape = [side, side, side];");
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

test("a transform on the workers leaves the cell's thread free", async () => {
  const ticks = await kernel.value(
    "let ticks = 0; const beat = setInterval(() => { ticks++ }, 5); const end = Date.now() + 1000; while (Date.now() < end) await rfft(map, shape); clearInterval(beat); ticks",
  );
  expect(Number(ticks)).toBeGreaterThan(fewestTicks);
});

test("work on the workers stops within a second, variables stay and the next job runs", async () => {
  const id = await kernel.send("execute_request", {
    code: "for (;;) await rfft(map, shape);",
    allow_stdin: false,
  });
  await kernel.until(
    "iopub",
    (m) => m.header.msg_type === "execute_input" && (m.parent_header as { msg_id: string }).msg_id === id,
  );
  await new Promise((done) => setTimeout(done, 400));
  const start = performance.now();
  const answered = kernel.request("interrupt_request", {}, { channel: "control" });
  const { reply } = await kernel.finish<"execute_request">(id);
  expect(performance.now() - start).toBeLessThan(limitMs);
  expect(reply).toMatchObject({ status: "error" });
  expect((await answered).reply).toEqual({ status: "ok" });
  expect(await kernel.value("(await rfft(map, shape)).data[0] === side ** 3")).toBe("true");
  expect(await kernel.value("memoryBudget().residentBytes")).toBe("0");
});

test("what does not fit is refused in one sentence, at once", async () => {
  const { reply } = await kernel.execute("(await defaultBackend()).allocate(2 ** 45, 'a map');");
  expect(reply).toMatchObject({ status: "error", ename: "MemoryError" });
  expect((reply as { evalue: string }).evalue).toMatch(
    /^a map: got a need of 141 TB, wanted at most the .* free/,
  );
});
