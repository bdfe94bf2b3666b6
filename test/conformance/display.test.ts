import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

type Shown = Message<"display_data">;
const own = (bundle: string): string => `({ [Symbol.for("Jupyter.display")]: () => (${bundle}) })`;
const shown = (outputs: readonly Message[], name: string): Shown[] =>
  outputs.filter((m) => m.header.msg_type === name) as Shown[];

test("a value that shows itself does so as the cell's value", async () => {
  const { outputs } = await kernel.execute(own(`{ "text/html": "<b>1</b>", "text/plain": "one" }`));
  expect(shown(outputs, "execute_result")[0]!.content.data).toEqual({
    "text/html": "<b>1</b>",
    "text/plain": "one",
  });
});

test("display and its update carry one id", async () => {
  const { outputs } = await kernel.execute("const handle = await display(1); await handle.update('two');");
  const [first] = shown(outputs, "display_data");
  const [second] = shown(outputs, "update_display_data");
  expect(first!.content.data).toEqual({ "text/plain": "1" });
  expect(second!.content.data).toEqual({ "text/plain": "'two'" });
  expect(first!.content.transient!["display_id"]).toBe(second!.content.transient!["display_id"]);
});

test("a display that nobody awaits is there before the cell ends", async () => {
  const slow = `({ [Symbol.for("Jupyter.display")]: async () => { await new Promise((d) => setTimeout(d, 80)); return { "text/plain": "slow" } } })`;
  const { outputs } = await kernel.execute(`display(${slow}); 0`);
  expect(shown(outputs, "display_data")[0]!.content.data).toEqual({ "text/plain": "slow" });
});

test("clear_output waits for the next output if asked", async () => {
  const { outputs } = await kernel.execute("clearOutput(true); clearOutput();");
  expect(shown(outputs, "clear_output").map((m) => m.content)).toEqual([{ wait: true }, { wait: false }]);
});

test("printed text goes out before what is shown after it", async () => {
  const { outputs } = await kernel.execute(
    "console.log('a'); await display(1); console.log('b'); await display(2);",
  );
  expect(outputs.map((m) => m.header.msg_type)).toEqual([
    "execute_input",
    "stream",
    "display_data",
    "stream",
    "display_data",
  ]);
});

test("a formatter that fails falls back to text and says why", async () => {
  const { outputs, stderr } = await kernel.execute(own("nowhere"));
  expect(shown(outputs, "execute_result")).toHaveLength(1);
  expect(stderr).toContain("a formatter failed");
});

test("names that the session gives may be declared by a cell", async () => {
  expect(await kernel.value("let prompt = 5; prompt")).toBe("5");
});
