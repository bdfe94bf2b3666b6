import { AsyncLocalStorage } from "node:async_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { ReplEngine } from "../../../../kernel/src/session/engines/repl.js";

const engine = new ReplEngine();
const value = async (code: string): Promise<unknown> => {
  const done = await engine.evaluate(code);
  if (done.kind !== "value") throw new Error(done.kind);
  return done.value;
};

test.each([
  ["1 + 1", 2],
  ["'a'", "a"],
  ["10n ** 20n", 10n ** 20n],
  ["-0", -0],
  ["0 / 0", Number.NaN],
  ["1 / 0", Number.POSITIVE_INFINITY],
  ["null", null],
  ["undefined", undefined],
  ["true", true],
  ["await Promise.resolve(7)", 7],
])("%s", async (code, expected) => {
  expect(await value(code)).toBe(expected);
});

test("an object is handed over as it is, not as a copy", async () => {
  const object = { deep: [1] };
  Object.assign(globalThis, { handed: object });
  expect(await value("handed")).toBe(object);
  expect(await value("Symbol.iterator")).toBe(Symbol.iterator);
  expect(await value("Math.max")).toBe(Math.max);
});

test("declarations last and may be made again; closures see later values", async () => {
  await value("let level = 1; const read = () => level");
  await value("level = 2");
  expect(await value("read()")).toBe(2);
  expect(await value("let level = 3; level")).toBe(3);
});

test("what was thrown is handed over as it is", async () => {
  const error = new RangeError("x");
  Object.assign(globalThis, { error });
  expect(await engine.evaluate("throw error")).toEqual({ kind: "thrown", error });
  expect(await engine.evaluate("await Promise.reject(error)")).toEqual({ kind: "thrown", error });
  expect(await engine.evaluate("throw 'text'")).toEqual({ kind: "thrown", error: "text" });
  expect((await engine.evaluate("let let = 1")).kind).toBe("thrown");
});

test("code and all that it starts keep the caller's async context", async () => {
  const storage = new AsyncLocalStorage<string>();
  Object.assign(globalThis, { storage });
  const code = "await new Promise((done) => setTimeout(done, 1)); storage.getStore()";
  const both = ["a", "b"].map((name) => storage.run(name, () => value(code)));
  expect(await Promise.all(both)).toEqual(["a", "b"]);
});

test("code that waits for ever survives the garbage collector, on every Node", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  let answered = false;
  void engine.evaluate("await new Promise(() => {})").then(() => (answered = true));
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((done) => setTimeout(done, 10));
    collect();
  }
  expect(answered).toBe(false);
  expect(await value("6 * 7")).toBe(42);
});
