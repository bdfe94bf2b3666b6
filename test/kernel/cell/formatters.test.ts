import { afterEach, expect, test } from "vitest";
import { displaySymbol, formatValue, registerFormatter } from "../../../kernel/src/cell/index.js";
import type { Formatter } from "../../../kernel/src/cell/index.js";
import { format } from "../../../kernel/src/cell/formatters.js";

const undo: (() => void)[] = [];
afterEach(() => undo.splice(0).forEach((back) => back()));
const add = (formatter: Formatter): void => void undo.push(registerFormatter(formatter));
const says =
  (text: string): Formatter =>
  () => ({ data: { "text/plain": text } });
const plain = async (value: unknown): Promise<unknown> => (await formatValue(value)).data["text/plain"];

test("a value with no formatter is printed as Node prints it", async () => {
  expect(await plain({ a: [1, 2], b: "x" })).toBe("{ a: [ 1, 2 ], b: 'x' }");
  expect(await plain(undefined)).toBe("undefined");
  expect(await plain(null)).toBe("null");
  expect(await plain(12n)).toBe("12n");
});

test("a long array is cut, and says how much is left", async () => {
  expect(await plain(new Float32Array(1000))).toContain("900 more items");
  expect(String(await plain("x".repeat(20_000))).length).toBeLessThan(11_000);
});

test("the formatter added last is asked first", async () => {
  add(says("first"));
  add(says("second"));
  expect(await plain(1)).toBe("second");
  undo.pop()!();
  expect(await plain(1)).toBe("first");
});

test("a formatter that does not know a value leaves it to the next", async () => {
  add(says("all"));
  add((value) => (typeof value === "number" ? { data: { "text/plain": "number" } } : undefined));
  expect(await plain(1)).toBe("number");
  expect(await plain("1")).toBe("all");
});

test("a value that shows itself comes before every formatter", async () => {
  add(says("formatter"));
  class Shape {
    readonly sides = 3;
    [displaySymbol](): Record<string, string> {
      return { "text/html": `<b>${this.sides}</b>` };
    }
  }
  expect((await formatValue(new Shape())).data).toEqual({ "text/html": "<b>3</b>" });
  const later = { [displaySymbol]: async () => ({ "text/plain": "later" }) };
  expect(await plain(later)).toBe("later");
  expect(displaySymbol).toBe(Symbol.for("Jupyter.display"));
});

test("metadata travel with the forms", async () => {
  add(() => ({ data: { "image/png": "…" }, metadata: { "image/png": { width: 10 } } }));
  expect(await formatValue(1)).toEqual({
    data: { "image/png": "…" },
    metadata: { "image/png": { width: 10 } },
  });
});

test("a formatter may take its time", async () => {
  add((value) => Promise.resolve({ data: { "text/plain": `waited for ${String(value)}` } }));
  expect(await plain(7)).toBe("waited for 7");
});

test("a formatter that throws is passed over: the text is shown, the error returned", async () => {
  const problem = new Error("broken");
  add(() => {
    throw problem;
  });
  expect(await format(5, String)).toEqual({ data: { "text/plain": "5" }, problem });
  const own = {
    [displaySymbol]() {
      throw problem;
    },
    toString: () => "itself",
  };
  expect(await format(own, String)).toEqual({ data: { "text/plain": "itself" }, problem });
});
