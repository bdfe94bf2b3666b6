import { expect, test, vi } from "vitest";
import { setCellHost, updateBundle } from "../../../../kernel/src/cell/index.js";
import { OutputLog, mostText } from "../../../../kernel/src/controls/output/log.js";
import { Recorder } from "../recorder.js";

const shown = (text: string, id?: string): Record<string, unknown> => ({
  data: { "text/plain": text },
  metadata: {},
  ...(id !== undefined && { transient: { display_id: id } }),
});
const stream = (text: string, name = "stdout"): object => ({ output_type: "stream", name, text });
const displayed = (text: string): object => ({
  output_type: "display_data",
  data: { "text/plain": text },
  metadata: {},
});

test("printed text runs together until something else comes between", () => {
  const log = new OutputLog();
  log.take({ type: "stream", name: "stdout", text: "a\n" });
  log.take({ type: "stream", name: "stdout", text: "b\n" });
  log.take({ type: "stream", name: "stderr", text: "c\n" });
  log.take({ type: "display_data", content: shown("x") });
  log.print("stdout", "d\n");
  log.fail({ ename: "Error", evalue: "no", traceback: ["line"] });
  expect(log.records).toEqual([
    stream("a\nb\n"),
    stream("c\n", "stderr"),
    displayed("x"),
    stream("d\n"),
    { output_type: "error", ename: "Error", evalue: "no", traceback: ["line"] },
  ]);
});

test("clear empties it, with wait when the next output comes", () => {
  const log = new OutputLog();
  log.print("stdout", "a");
  log.take({ type: "clear_output", content: { wait: true } });
  expect(log.records).toEqual([stream("a")]);
  log.print("stdout", "b");
  expect(log.records).toEqual([stream("b")]);
  log.take({ type: "clear_output", content: { wait: false } });
  expect([log.isEmpty, log.length]).toEqual([true, 0]);
});

test("a shown value is replaced wherever it stands, until it is cleared or the log has ended", () => {
  const host = new Recorder();
  const undo = setCellHost(host);
  const log = new OutputLog();
  log.show(shown("first", "id-1"));
  log.show(shown("other"));
  log.show(shown("again", "id-1"));
  updateBundle({ data: { "text/plain": "new" } }, "id-1");
  expect(log.records).toEqual([displayed("new"), displayed("other"), displayed("new")]);
  expect(host.sent).toEqual([]);
  log.clear();
  updateBundle({ data: { "text/plain": "late" } }, "id-1");
  log.show(shown("third", "id-2"));
  log.end();
  updateBundle({ data: { "text/plain": "late" } }, "id-2");
  expect(log.records).toEqual([displayed("third")]);
  expect(host.sent.map(({ type }) => type)).toEqual(["update_display_data", "update_display_data"]);
  undo();
});

test("says when it has changed, and takes nothing after its end", () => {
  const log = new OutputLog();
  log.changed = vi.fn();
  log.print("stdout", "a");
  log.show(shown("x"));
  log.clear(true);
  expect(log.changed).toHaveBeenCalledTimes(2);
  log.end();
  log.print("stdout", "late");
  log.show(shown("late"));
  log.fail({ ename: "Error", evalue: "late", traceback: [] });
  log.clear();
  expect(log.changed).toHaveBeenCalledTimes(2);
  expect(log.records).toEqual([stream("a"), displayed("x")]);
});

test("a value that shows nothing leaves nothing; only what JSON can carry stays", () => {
  const log = new OutputLog();
  log.show({ data: {}, metadata: {} });
  log.show({ data: { "application/json": { when: new Date(0), no: undefined } } });
  const data = { "application/json": { when: "1970-01-01T00:00:00.000Z" } };
  expect(log.records).toEqual([{ output_type: "display_data", data, metadata: {} }]);
});

test("of a text that has grown too long the end stays, and a line says so", () => {
  const log = new OutputLog();
  const line = `${"x".repeat(99)}\n`;
  for (let i = 0; i < 20_000; i++) log.print("stdout", line);
  const [{ text }] = log.records as unknown as [{ text: string }];
  expect(text).toMatch(/^\[earlier lines are left out\]\nx{99}\n/);
  expect(text.length).toBeGreaterThanOrEqual(mostText);
  expect(text.length).toBeLessThanOrEqual(mostText * 1.26);
  expect(log.length).toBe(text.length);
});
