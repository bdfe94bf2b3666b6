import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defineGlobals, type Prepare } from "../../../kernel/src/session/globals.js";

const held = globalThis as Record<string, unknown>;
const names = [
  "display",
  "input",
  "prompt",
  "cell",
  "comm",
  "clearOutput",
  "require",
  "__import",
  "interact",
];
const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
afterEach(() => {
  for (const [name, descriptor] of before) {
    delete held[name];
    if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
  }
});

const load = vi.fn(() => Promise.resolve({ interact: "the real one" }));
let prepare: Prepare;
beforeEach(() => {
  load.mockClear();
  prepare = defineGlobals(load as never, (() => {}) as never);
});

test("cells have these names without an import, and none of them is enumerated", () => {
  expect(names.filter((name) => !(name in globalThis))).toEqual([]);
  expect(names.filter((name) => Object.keys(globalThis).includes(name))).toEqual([]);
});

test("interact is loaded before the first cell that mentions it, and once", async () => {
  await prepare("const interaction = 1; x.interactive");
  expect(load).not.toHaveBeenCalled();
  expect(held["interact"]).toThrow(
    /interact is not loaded: import \{ interact \} from "@vitrine\/kernel\/controls"/,
  );
  await prepare("interact(f, {})");
  await prepare("interact(f, {})");
  expect(load.mock.calls).toEqual([["@vitrine/kernel/controls"]]);
  expect(held["interact"]).toBe("the real one");
});

test("a name that a cell has taken for itself is left alone", async () => {
  held["interact"] = "mine";
  await prepare("interact");
  expect([load.mock.calls, held["interact"]]).toEqual([[], "mine"]);
});
