import { expect, test } from "vitest";
import { AsTyped, mapStack } from "../../../kernel/src/compile/index.js";

test("a cell stays as it is, and its value is asked for", () => {
  const cells = new AsTyped();
  const cell = cells.compile("let x: number = 1", 4);
  expect(cell).toMatchObject({
    code: "let x: number = 1",
    url: "cell-4.ts",
    hasValue: true,
    declares: [],
    kinds: {},
  });
  cells.commit();
  const stack = "Error: e\n    at f (cell-4.ts:1:2)\n    at run (/x/node_modules/tslab/dist/executor.js:1:1)";
  expect(mapStack(stack, new Map([[cell.url, cell]]))).toEqual(["Error: e", "    at f (cell-4.ts)"]);
});
