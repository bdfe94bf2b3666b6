import { expect, onTestFinished, test } from "vitest";
import { cell, setCellHost } from "../../../kernel/src/cell/index.js";
import { setCheckMode } from "../../../kernel/src/cell/check.js";

test("the mode goes to the host, another word is refused", () => {
  const heard: string[] = [];
  const undo = setCellHost({
    publish: () => {},
    input: () => "",
    signal: () => AbortSignal.abort(),
    setCheckMode: (mode) => void heard.push(mode),
  });
  onTestFinished(undo);
  cell.check("strict");
  setCheckMode("off");
  expect(heard).toEqual(["strict", "off"]);
  expect(() => cell.check("loose" as "off")).toThrow(
    'cell.check: got "loose", wanted one of off, warn, strict',
  );
});
