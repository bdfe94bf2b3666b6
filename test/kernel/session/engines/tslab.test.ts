import { afterAll, expect, test, vi } from "vitest";
import { createEngine } from "../../../../kernel/src/session/engines/create-engine.js";
import { ReplEngine } from "../../../../kernel/src/session/engines/repl.js";
import { TslabEngine } from "../../../../kernel/src/session/engines/tslab.js";
import { temporaryFolder } from "../../../support/temporary.js";

const folder = temporaryFolder();
const home = process.cwd();
process.chdir(folder);
afterAll(() => process.chdir(home));
const engine = createEngine("tslab", folder);
engine.prepare!();

test("engines by name", () => {
  expect(createEngine("repl", folder)).toBeInstanceOf(ReplEngine);
  expect(engine).toBeInstanceOf(TslabEngine);
});

test("values, the user's errors, the compiler's findings", async () => {
  expect(await engine.evaluate("let a: number = 1; a + 1")).toEqual({ kind: "value", value: 2 });
  expect(await engine.evaluate("let b = a")).toEqual({ kind: "value", value: undefined });
  expect(await engine.evaluate("throw 'text'")).toEqual({ kind: "thrown", error: "text" });
  expect(await engine.evaluate("a = 'x';\na = true")).toMatchObject({
    kind: "thrown",
    error: {
      name: "TypeScriptError",
      message:
        "1:1 - Type 'string' is not assignable to type 'number'.\n2:1 - Type 'boolean' is not assignable to type 'number'.",
    },
  });
}, 60_000);

test("cells that overlap keep their values", async () => {
  const slow = engine.evaluate("await new Promise(done => setTimeout(done, 20, 'slow'))");
  const quick = engine.evaluate("'quick'");
  expect(await quick).toMatchObject({ value: "quick" });
  expect(await slow).toMatchObject({ value: "slow" });
});

test("what is wrong with a module is printed", async () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect((await engine.evaluate("/** @module m */ export const n: number = 't';")).kind).toBe("value");
  expect(write.mock.calls.flat().join("")).toMatch(/^m\.ts 1:31 - Type 'string'.*\n$/);
  write.mockRestore();
});

test("the language", () => {
  expect(engine.answer!({ about: "complete", code: "a.toF", cursor: 5 })).toMatchObject({ start: 2, end: 5 });
  expect(engine.answer!({ about: "inspect", code: "a", cursor: 0 })).toEqual({ text: "let a: number" });
  expect(engine.answer!({ about: "inspect", code: " ", cursor: 0 })).toBeNull();
  expect(engine.answer!({ about: "is-complete", code: "{" })).toEqual({ status: "incomplete", indent: "  " });
});

test("a cell that is left ends, and changes no names", async () => {
  const left = engine.evaluate("let ghost = 1; await new Promise(() => {})");
  engine.leave!();
  expect(await left).toMatchObject({ kind: "thrown" });
  expect(await engine.evaluate("ghost")).toMatchObject({ kind: "thrown" });
});

test("without tslab each cell says how to install it, and other questions have no answer", async () => {
  const bare = new TslabEngine({ folder, packages: [folder], api: () => ({}) });
  expect(await bare.evaluate("1")).toMatchObject({
    kind: "thrown",
    error: { message: expect.stringContaining("npm install tslab@1.0.22") as string },
  });
  expect(bare.answer({ about: "complete", code: "", cursor: 0 })).toBeNull();
  expect(() => bare.prepare()).not.toThrow();
});
