import { expect, test } from "vitest";
import { pickExports } from "../../../kernel/src/session/pick-exports.js";

const common = { default: { read: 1, inner: 2 } };

test("a module that has them is given as it is", () => {
  const module = { a: 1, default: 2 };
  expect(pickExports(module, "m", ["a", "default"])).toBe(module);
  expect(pickExports(module, "m")).toBe(module);
});

test("properties of a CommonJS module count as its exports", () => {
  expect(pickExports(common, "m", ["read", "default"])).toMatchObject({ read: 1, default: common.default });
  expect(pickExports({ default: Object.assign(() => 0, { x: 3 }) }, "m", ["x"])).toMatchObject({ x: 3 });
  expect(Object.keys(common)).toEqual(["default"]);
});

test.each([
  [
    { readVolume: 1 },
    "readvolume",
    `the module "m" has no export named "readvolume"; did you mean "readVolume"?`,
  ],
  [{ a: 1 }, "default", `the module "m" has no export named "default"`],
  [{ default: null }, "x", `the module "m" has no export named "x"`],
  [{ default: 5 }, "toFixed", `the module "m" has no export named "toFixed"`],
])("%j has no %s", (module, name, sentence) => {
  expect(() => pickExports(module, "m", [name])).toThrow(new SyntaxError(sentence));
});
