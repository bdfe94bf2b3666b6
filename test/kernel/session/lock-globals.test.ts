import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { lockGlobals } from "../../../kernel/src/session/lock-globals.js";

test("JavaScript's own objects can be neither assigned nor declared over; others can", () => {
  const { Map: before } = globalThis;
  lockGlobals();
  expect(() => runInThisContext("'use strict'; Map = null")).toThrow(TypeError);
  runInThisContext("JSON = null");
  expect(() => runInThisContext("let Map = 1")).toThrow("Identifier 'Map' has already been declared");
  expect([globalThis.Map, typeof JSON.parse]).toEqual([before, "function"]);
  expect(runInThisContext("let performance = 5; performance")).toBe(5);
});
