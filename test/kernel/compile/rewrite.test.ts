import { parse, type Program, type VariableDeclaration } from "acorn";
import { expect, test } from "vitest";
import { isMerging, madeFromFunction } from "../../../kernel/src/compile/enums.js";
import { importedAs } from "../../../kernel/src/compile/imports.js";
import { boundNames, lookInside } from "../../../kernel/src/compile/names.js";
import { rewrite } from "../../../kernel/src/compile/rewrite.js";
import type { NameKind } from "../../../kernel/src/compile/types.js";

const program = (code: string): Program => parse(code, { ecmaVersion: "latest", sourceType: "module" });

/** The rewritten code, in a session that holds names as said: `{ x: "let" }`. */
function rewritten(code: string, known: Record<string, NameKind> = {}): string {
  const { text } = rewrite(code, program(code), new Map(Object.entries(known)), "META");
  return text.toString().replace(/^"use strict"; /, "");
}

test.each<[string, Record<string, NameKind>, string]>([
  ["const a = 1;", {}, "let a = 1;"],
  ["const a = 1;", { a: "let" }, "let a = 1;"],
  ["const a = 1;", { a: "var" }, "var a = 1;"],
  ["let a;", { a: "var" }, "var a = undefined;"],
  ["class A {}", {}, "let A = class A {};"],
  ["function f() {}", { f: "var" }, "function f() {}"],
  ["1; function f() {}", { f: "let" }, "let f = function () {};\n1; "],
  ["var a = 1, b;", { a: "let" }, "let a = undefined; let b = undefined; ( a = 1, b);"],
  ["for (var i = 0;;) {}", { i: "let" }, "let i = undefined; for ( i = 0;;) {}"],
  ["const { a, b } = c;", { a: "let", b: "var" }, "let a = undefined; var b = undefined; ( { a, b } = c);"],
  ["for (let i = 0;;) {}", { i: "var" }, "for (let i = 0;;) {}"],
  ["import 'm';", {}, 'await __import("m");'],
  ["import a from 'm';", {}, 'let { default: a } = await __import("m", {"names":["default"]});'],
  ["() => import('m');", {}, "() => __import('m');"],
  ["import.meta.url;", {}, "META.url;"],
  ["export default 1;", {}, "(1);"],
])("%j where the session holds %j", (code, known, wanted) => expect(rewritten(code, known)).toBe(wanted));

test.each([
  ["({ a, b: [c, , d = 1], e: { f, ...g }, ...h } = x);", ["a", "c", "d", "f", "g", "h"]],
  ["[[a], ...[b]] = x;", ["a", "b"]],
])("names in %s", (code, names) => {
  const [statement] = program(code).body;
  if (statement?.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
    throw new Error();
  expect(boundNames(statement.expression.left as Parameters<typeof boundNames>[0])).toEqual(names);
});

test("what lies below the top level", () => {
  const code =
    "import { z } from 'm'; { var a; } function f() { var no; import('n'); } class C { static { var no2; } m() { import.meta; } }";
  const { vars, imports, used } = lookInside(program(code));
  expect(vars.map(({ node }) => code.slice(node.start, node.end))).toEqual(["var a;"]);
  expect(imports.map(({ type }) => type)).toEqual(["ImportExpression", "MetaProperty"]);
  expect([used.has("f"), used.has("z")]).toEqual([true, false]);
});

test.each<[string, string[], string | undefined, string[]]>([
  ["import 'm'", [], undefined, []],
  ["import { a, B } from 'm'", [], '{"names":["a"]}', ['{ "a": a, "B": B } = CALL']],
  ["import { B } from 'm'", ["B"], '{"names":["B"]}', ['{ "B": B } = CALL']],
  ["import d, * as n from 'm'", [], '{"names":["default"]}', ["n = CALL", "{ default: d } = n"]],
  ["import * as n from 'm' with { type: 'json' }", [], '{"with":{"type":"json"}}', ["n = CALL"]],
])("%s", (code, used, options, declarators) => {
  const [node] = program(code).body;
  if (node?.type !== "ImportDeclaration") throw new Error();
  const made = importedAs(node, new Set(used));
  expect(made.call).toBe(`await __import("m"${options === undefined ? "" : `, ${options}`})`);
  expect(made.declarators).toEqual(declarators.map((text) => text.replace("CALL", made.call)));
});

test.each([
  ["var E = /* @__PURE__ */ function(E) { return E; }(E || {});", true],
  ["var E = (function(E) { return E; })(E || {});", false],
  ["var E = /* @__PURE__ */ f(F || {});", false],
  ["var E = /* @__PURE__ */ f(E || {}), G;", false],
])("%s is an enum: %s", (code, wanted) => {
  expect(madeFromFunction(program(code).body[0] as VariableDeclaration, code) !== undefined).toBe(wanted);
});

test.each([
  ["let N; (function(_N) {})(N || (N = {}));", true],
  ["let N; (function(_N) {})(M || (M = {}));", false],
  ["let N = 1; (function(_N) {})(N || (N = {}));", false],
  ["let N; f();", false],
  ["let N;", false],
])("%s begins a namespace: %s", (code, wanted) => {
  const [node, next] = program(code).body;
  expect(isMerging(node as VariableDeclaration, next)).toBe(wanted);
});
