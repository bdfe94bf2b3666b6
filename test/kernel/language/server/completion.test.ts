import { expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-protocol";
import { detailed, isOpen, offered } from "../../../../kernel/src/language/server/completion.js";

const item = (
  label: string,
  sortText: string = "11",
  more: Partial<CompletionItem> = {},
): CompletionItem => ({
  label,
  sortText,
  kind: 5,
  ...more,
});
const names = (items: readonly CompletionItem[], word: string): string[] =>
  offered(items, word).map(({ match }) => match.text);

test("the nearest come first, each once", () => {
  expect(names([item("zeta", "15"), item("alpha", "15"), item("mine"), item("mine")], "")).toEqual(["mine"]);
  expect(names([item("abs", "15"), item("about", "15"), item("abc")], "ab")).toEqual(["abc", "about", "abs"]);
});

test("capitals count only where something begins with them", () => {
  expect(names([item("Alpha"), item("alps")], "al")).toEqual(["alps"]);
  expect(names([item("Alpha")], "al")).toEqual(["Alpha"]);
});

test("optional members lose their mark; names in brackets and files of the check are left out", () => {
  const inBrackets = item("a b", "11", { filterText: ".a b", insertText: '["a b"]' });
  const file = item("vitrine-globals.d.ts");
  expect(
    names([item("size?", "12", { filterText: "size", insertText: "size" }), inBrackets, file], ""),
  ).toEqual(["size"]);
});

test("any name may stand where globals may", () => {
  expect(isOpen([item("a"), item("Array", "15")])).toBe(true);
  expect(isOpen([item("a"), item("b", "12")])).toBe(false);
});

test.each([
  ["(alias) function read(path: string): void\nimport read", "function", "function read(path: string): void"],
  ["(method) List.add(x: number): void", "function", "List.add(x: number): void"],
  ["(property) Options.sizeA?: number", "property", "Options.sizeA?: number"],
  ["class Box<T>", "class", "class Box<T>"],
  ["const width: 3", "property", "const width: 3"],
])("%s", (detail, type, signature) => {
  const documentation = { kind: "markdown", value: "In Å." } as const;
  const [entry] = offered([item("x")], "");
  expect(detailed(entry!, { label: "x", detail, documentation })).toEqual({
    text: "x",
    type,
    signature,
    documentation: "In Å.",
  });
});

test("an entry of which nothing more is known stays as it is", () => {
  const [entry] = offered([item("x")], "");
  expect(detailed(entry!, { label: "x" })).toEqual({ text: "x", type: "property" });
});
