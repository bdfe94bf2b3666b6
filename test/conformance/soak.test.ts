import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";

const cells = 500;
/** Cells sent before the first of them has answered. */
const ahead = 5;
/** The kernel's memory settles over the first cells: modules load, the engine's caches and heap grow. */
const settled = 200;
/** What the rest may add to it, in bytes a cell. A kept output or widget would be some 20 KB more. */
const mostPerCell = 60_000;

/** Uniform whole numbers below `n`, the same in every run. */
function seeded(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

type Kind = "print" | "value" | "display" | "widget" | "error" | "loop" | "wait";
const kinds: readonly Kind[] = [
  "print",
  "print",
  "value",
  "value",
  "display",
  "widget",
  "error",
  "loop",
  "wait",
];

function code(kind: Kind, at: number): string {
  switch (kind) {
    case "print":
      return `for (let i = 0; i < 50; i++) console.log("line", ${at}, i);`;
    case "value":
      return `const value = { at: ${at}, list: Array.from({ length: 2000 }, (_, i) => i) }; value.at`;
    case "display":
      return `(await display({ at: ${at} })).update(${at});`;
    case "widget":
      return `const row = new controls.HBox({ children: [new controls.IntSlider({ value: ${at % 100} }), new controls.Label({ value: "x" })] }); await display(row); controls.closeAll();`;
    case "error":
      return `throw new RangeError("error ${at}")`;
    case "loop":
      return "for (;;);";
    case "wait":
      return "await new Promise(() => {})";
  }
}

const resident = (pid: number): number =>
  1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]);

/** Slope of the straight line through the points. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

test.skipIf(process.platform !== "linux")(
  `${cells} cells with widgets, output, errors and interrupts: every reply in order, memory flat`,
  async () => {
    const random = seeded(20);
    const kernel = await KernelClient.start({ nodeFlags: ["--max-old-space-size=512"] });
    await kernel.execute('import * as controls from "@vitrine/kernel/controls"; const kept = 41;');
    const memory: [number, number][] = [];
    const sent: { readonly id: string; readonly kind: Kind; readonly at: number }[] = [];
    for (let at = 0; at < cells;) {
      const batch: typeof sent = [];
      for (let i = 0; i < ahead && at < cells; i++, at++) {
        const kind = kinds[random(kinds.length)]!;
        const id = await kernel.send("execute_request", {
          code: code(kind, at),
          allow_stdin: false,
          stop_on_error: false,
        });
        batch.push({ id, kind, at });
      }
      for (const { id, kind } of batch) {
        if (kind === "loop" || kind === "wait") {
          const ours = (m: Message): boolean => (m.parent_header as { msg_id?: string }).msg_id === id;
          await kernel.until("iopub", (m) => m.header.msg_type === "execute_input" && ours(m));
          await kernel.request("interrupt_request", {}, { channel: "control" });
        }
        await kernel.finish(id);
      }
      sent.push(...batch);
      memory.push([at, resident(kernel.process.pid!)]);
    }

    const replies = kernel.log.filter(({ message }) => message.header.msg_type === "execute_reply").slice(1);
    expect(replies.map(({ message }) => (message.parent_header as { msg_id: string }).msg_id)).toEqual(
      sent.map(({ id }) => id),
    );
    for (const { id, kind, at } of sent) {
      const reply = replies.find(
        ({ message }) => (message.parent_header as { msg_id: string }).msg_id === id,
      )!;
      const wanted = {
        error: { status: "error", ename: "RangeError", evalue: `error ${at}` },
        loop: { status: "error", ename: "KeyboardInterrupt" },
        wait: { status: "error", ename: "KeyboardInterrupt" },
      };
      expect(reply.message.content).toMatchObject(wanted[kind as keyof typeof wanted] ?? { status: "ok" });
      const lines = kernel
        .outputsOf(id)
        .filter(({ header }) => header.msg_type === "stream")
        .map(({ content }) => (content as { text: string }).text)
        .join("");
      const printed = Array.from({ length: kind === "print" ? 50 : 0 }, (_, i) => `line ${at} ${i}\n`).join(
        "",
      );
      expect(lines).toBe(printed);
    }
    expect(slope(memory.filter(([at]) => at > settled))).toBeLessThan(mostPerCell);
    expect(await kernel.value("kept + 1")).toBe("42");
    await kernel.stop();
  },
);

test("a million printed lines lose none", async () => {
  const kernel = await KernelClient.start();
  const id = await kernel.send("execute_request", {
    code: "for (let i = 0; i < 1e6; i++) console.log(i);",
    allow_stdin: false,
  });
  const { stdout } = await kernel.finish(id, "shell", 60_000);
  const lines = stdout.split("\n");
  expect(lines).toHaveLength(1e6 + 1);
  expect(lines.every((line, i) => line === (i < 1e6 ? String(i) : ""))).toBe(true);
  await kernel.stop();
});
