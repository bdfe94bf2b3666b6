import { expect, test } from "vitest";
import { modelText } from "../../../kernel/src/controls/model-text.js";
import { model } from "./models.js";
import { useRecorder } from "./recorder.js";

useRecorder();

test.each([
  [{ value: 3, on: true, name: 'a "b"' }, 'M(value=3, on=true, name="a \\"b\\"")'],
  [{ list: [1, [2, "x"]], none: null }, 'M(list=[1, [2, "x"]], none=null)'],
  [{ data: new Uint8Array(70_000_000) }, "M(data=70000000 bytes)"],
  [{ when: new Date("2026-11-24T09:30:00Z") }, "M(when=2026-11-24T09:30:00.000Z)"],
  [
    { files: [{ name: "a", content: new Uint8Array(3) }] },
    /^M\(files=\[\{ name: 'a', content: Uint8Array\(3\) /,
  ],
  [{}, "M()"],
])("case %#", (state, line) => {
  if (line instanceof RegExp) expect(modelText("M", state)).toMatch(line);
  else expect(modelText("M", state)).toBe(line);
});

test("models inside say what they are", () => {
  expect(modelText("M", { child: model() })).toMatch(/^M\(child=M\(level=1, name="a"\)\)$/);
});

test("a long line ends in dots, however much there is", () => {
  const line = modelText("M", {
    list: Array.from({ length: 5_000_000 }, (_, i) => i),
    text: "x".repeat(1e7),
  });
  expect(line).toHaveLength(110);
  expect(line.endsWith("…")).toBe(true);
});
