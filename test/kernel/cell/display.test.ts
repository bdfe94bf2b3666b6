import { afterEach, beforeEach, expect, test } from "vitest";
import {
  clearOutput,
  display,
  displayBundle,
  plainText,
  setCellHost,
  takeDisplay,
  updateBundle,
} from "../../../kernel/src/cell/index.js";
import { recorder, type Recorder } from "../../support/recorder.js";

let host: Recorder;
let back: () => void;
beforeEach(() => {
  host = recorder();
  back = setCellHost(host);
});
afterEach(() => back());

const idOf = (index: number): unknown =>
  (host.sent[index]!.content["transient"] as Readonly<Record<string, unknown>>)["display_id"];

test("a value is shown with its forms, metadata and an id of its own", async () => {
  const handle = await display({ a: 1 });
  await display(2);
  expect(host.sent[0]).toEqual({
    type: "display_data",
    content: { data: { "text/plain": "{ a: 1 }" }, metadata: {}, transient: { display_id: handle.id } },
  });
  expect(idOf(1)).not.toBe(handle.id);
});

test("an update goes to the place where the value stands", async () => {
  const handle = await display(1);
  await handle.update(2);
  expect(host.sent[1]).toEqual({
    type: "update_display_data",
    content: { data: { "text/plain": "2" }, metadata: {}, transient: { display_id: handle.id } },
  });
});

test("ready-made forms go out as they are, under an id one may choose", () => {
  expect(displayBundle({ data: { "text/html": "<b>1</b>" } }, "mine").id).toBe("mine");
  updateBundle({ data: { "text/html": "<b>2</b>" }, metadata: { isolated: true } }, "mine");
  expect(host.sent.map(({ type }) => type)).toEqual(["display_data", "update_display_data"]);
  expect(host.sent[1]!.content).toEqual({
    data: { "text/html": "<b>2</b>" },
    metadata: { isolated: true },
    transient: { display_id: "mine" },
  });
});

test("output is cleared at once, or when the next one comes", () => {
  clearOutput();
  clearOutput(true);
  expect(host.sent).toEqual([
    { type: "clear_output", content: { wait: false } },
    { type: "clear_output", content: { wait: true } },
  ]);
});

test("plain text looks four levels deep", () => {
  const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } };
  expect(plainText(deep)).toContain("e: [Object]");
});

test("an output that a widget has taken over is replaced there, until it is given back", async () => {
  const handle = await display(1);
  const replaced: unknown[] = [];
  const undo = takeDisplay(handle.id, (shown) => replaced.push(shown));
  await handle.update(2);
  undo();
  await handle.update(3);
  expect(replaced).toEqual([{ data: { "text/plain": "2" } }]);
  expect(host.sent.map(({ type }) => type)).toEqual(["display_data", "update_display_data"]);
});
