import { expect, test } from "vitest";
import { declarationEnd } from "../../../kernel/src/language/declaration-end.js";

test.each([
  "export declare function f(a: { b: 1 }, c?: () => void): { d: 2 }|; x",
  "function f(a = ';', b = {}): a is {} |{ return 1 }",
  "export declare const f: (a: number) => { b: 1 }|;",
  "export const a|= 4;",
  "const a: { b: (c: 1) => 2 } |= {};",
  "class A<T extends {} = {}> extends B<{}> |{ a: 1 }",
  "interface A { a: { b: 1 }; /** } */ c: '}' }| x",
  "export type A = { a: 1 } & { b: 2 }|;",
  "type A = 'a;b' | `c;${string}`|;",
  "enum A { B = 1, C }| x",
  "function unfinished(a: 1|",
])("%s", (marked) => {
  const at = marked.lastIndexOf("|");
  expect(declarationEnd(marked.slice(0, at) + marked.slice(at + 1), 0)).toBe(at);
});

test("a huge declaration is cut", () => {
  expect(declarationEnd(`interface A { ${"a: 1; ".repeat(5000)} }`, 0)).toBe(4000);
});
