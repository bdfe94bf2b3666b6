import { afterAll, beforeAll, expect, test } from "vitest";
import { longCell, printCell, recordCell, warmCell } from "../bench/kernel/cells.js";
import { BenchClient } from "../bench/kernel/client.js";
import { running } from "../bench/kernel/engines.js";
import { ipykernel, vitrine, type Contestant } from "../bench/kernel/kernels.js";
import { jupyterPython } from "../support/python.js";

beforeAll(() => {
  process.env["VITRINE_PYTHON"] ??= jupyterPython();
});

let client: BenchClient | undefined;
afterAll(() => client?.close());

const kernels: readonly (readonly [string, Contestant])[] = [vitrine, ipykernel].map((one) => [
  one.name,
  one,
]);

test.each(kernels)("%s does the benchmark's work", { timeout: 60_000 }, async (_, kernel) => {
  const engine = (await running(kernel, longCell, () => 20)())!;
  expect(await engine.time(2)).toBeGreaterThan(0);
  if (process.platform === "linux") expect(engine.peakMb()).toBeGreaterThan(20);
  await engine.close();
});

test("the two forms of the long cell are 45 lines each", () => {
  for (const text of Object.values(longCell)) expect(text(7).split("\n")).toHaveLength(45);
});

test("a kernel that answers something else is not timed", { timeout: 60_000 }, async () => {
  const engine = (await running(vitrine, warmCell, (i) => i + 2)())!;
  await expect(engine.time(1)).rejects.toThrow("vitrine: the answer was 1, not 2");
  await engine.close();
  expect(await running({ ...vitrine, command: undefined }, warmCell, () => 0)()).toBeUndefined();
});

test(
  "the client gives what a request brought, and fails when the kernel ends",
  { timeout: 60_000 },
  async () => {
    client = (await BenchClient.start(vitrine.command!)).client;
    const { value, printed, ms } = await client.run(`${printCell.typescript(3)}; 6 * 7`);
    expect({ value, printed: printed.join("") }).toEqual({ value: "42", printed: "line 3\n" });
    expect(ms).toBeGreaterThan(0);
    await client.run(recordCell.typescript(0));
    const { reply } = await client.complete("summary.cou");
    expect(reply["matches"]).toEqual([expect.stringMatching(/count$/)]);
    await expect(client.run("throw new RangeError('far')")).rejects.toThrow("RangeError");
    const unanswered = client.run("await new Promise(() => {})");
    client.process.kill("SIGKILL");
    await expect(unanswered).rejects.toThrow("main.js");
  },
);
