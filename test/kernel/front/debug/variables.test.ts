import { expect, test } from "vitest";
import { globalsObject } from "../../../../kernel/src/front/debug/globals.js";
import { describeValue, elementCount } from "../../../../kernel/src/front/debug/values.js";
import { Variables } from "../../../../kernel/src/front/debug/variables.js";
import { inspectSelf } from "./inspected.js";

const { post, value } = inspectSelf();
const variables = new Variables(post, () => globalsObject(post, ["Math", "notThere", "undefined"]));
const open = (expression: string) =>
  value(expression).then((object) => variables.hold({ kind: "object", value: object }));
const shown = async (expression: string): Promise<Record<string, string>> =>
  Object.fromEntries((await variables.inside(await open(expression))).map((one) => [one.name, one.value]));

test.each([
  ["1", "1"],
  ["-0", "-0"],
  ["NaN", "NaN"],
  ["12n", "12n"],
  ["'a \"b\"'", '"a \\"b\\""'],
  ["null", "null"],
  ["undefined", "undefined"],
  ["Symbol('s')", "Symbol(s)"],
  ["(a, b) => a + b", "(a, b) => …"],
  ["async function f(a) { return a }", "async function f(a)"],
  ["class A extends Array { x = 1 }", "class A extends Array"],
  ["new Float32Array(3)", "Float32Array(3) [0, 0, 0]"],
  ["[1, 'two', null, [3], {}, () => 1]", 'Array(6) [1, "two", null, Array(1), Object, ƒ]'],
  ["{ a: 1, b: { c: 2 } }", "Object {a: 1, b: Object}"],
  ["new Map([['k', 1]])", 'Map(1) {"k" => 1}'],
  ["new Set(['k'])", 'Set(1) {"k"}'],
  ["new RangeError('no')", "RangeError: no"],
  ["new Proxy({}, { get() { throw 1 } })", "Proxy(Object)"],
  ["new (class Empty {})()", "Empty"],
])("%s in a line: %s", async (expression, line) => {
  expect(describeValue(await value(expression))).toBe(line);
});

test("a long line is cut", async () => {
  expect(describeValue(await value("'x'.repeat(1e6)"))).toHaveLength(300);
});

test("lists, maps and sets are counted", async () => {
  expect(elementCount(await value("new Uint8Array(70)"))).toBe(70);
  expect(elementCount(await value("new Set([1, 2])"))).toBe(2);
  expect(elementCount(await value("({ length: 3 })"))).toBeUndefined();
});

test("an object shows its properties, private ones too, and runs no getter", async () => {
  const object = "new (class A { #hidden = 1; open = 'yes'; 7 = 'seven' })()";
  expect(await shown(object)).toEqual({ open: '"yes"', "7": '"seven"', "#hidden": "1" });
  expect(await shown("({ get bad() { throw new Error('ran') } })")).toEqual({ bad: "(getter)" });
  expect(await shown("Promise.resolve(5)")).toEqual({
    "[[PromiseState]]": '"fulfilled"',
    "[[PromiseResult]]": "5",
  });
});

test("a list shows its elements, holes left out, and what else it has", async () => {
  expect(await shown("Object.assign([1, , 3], { unit: 'Å' })")).toEqual({ "0": "1", "2": "3", unit: '"Å"' });
  expect(await shown("new Set(['a', 'b'])")).toEqual({ "0": '"a"', "1": '"b"' });
  expect(await shown("new Map([[1, 'one'], ['x', 'ex']])")).toEqual({ "1": '"one"', '"x"': '"ex"' });
});

test("a long list comes in parts of parts", async () => {
  const parts = await variables.inside(await open("Array.from({ length: 10_150 }, (_, i) => i)"));
  expect(parts.map(({ name }) => name)).toEqual(["[0 … 9999]", "[10000 … 10149]"]);
  const last = await variables.inside(parts[1]!.variablesReference);
  expect(last.map(({ name }) => name)).toEqual(["[10000 … 10099]", "[10100 … 10149]"]);
  const elements = await variables.inside(last[1]!.variablesReference);
  expect(elements.at(-1)).toEqual({ name: "10149", value: "10149", variablesReference: 0 });
});

test("a page of a list is what was asked for", async () => {
  const reference = await open("Array.from({ length: 1000 }, (_, i) => i)");
  const page = await variables.inside(reference, { start: 998, count: 10 });
  expect(page.map(({ value: text }) => text)).toEqual(["998", "999"]);
});

test("of two variables of one name the inner one is shown", async () => {
  const objectIds = await Promise.all(["({ a: 1 })", "({ a: 2, b: 3 })"].map((one) => value(one)));
  const scope = variables.hold({
    kind: "scope",
    callFrameId: "",
    objectIds: objectIds.map(({ objectId }) => objectId!),
    self: await value("({ me: true })"),
  });
  expect((await variables.inside(scope)).map(({ name, value: text }) => `${name} = ${text}`)).toEqual([
    "this = Object {me: true}",
    "a = 1",
    "b = 3",
  ]);
});

test("global variables are those that have a value; what was handed out is forgotten", async () => {
  const reference = variables.hold({ kind: "globals" });
  expect((await variables.inside(reference)).map(({ name }) => name)).toEqual(["Math", "undefined"]);
  await variables.forget();
  expect(await variables.inside(reference)).toEqual([]);
  expect(variables.held(reference)).toBeUndefined();
});
