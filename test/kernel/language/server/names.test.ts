import { expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-protocol";
import { sessionNames } from "../../../../kernel/src/language/server/names.js";

const kinds = { variable: 13, function: 12, class: 5, interface: 11 } as const;

/** A symbol as the server tells it, found by its name in the source. */
function symbol(source: string, name: string, kind: keyof typeof kinds): DocumentSymbol {
  const start = { line: 0, character: source.search(new RegExp(`\\b${name}\\b`)) };
  const range = { start, end: start };
  return { name, kind: kinds[kind], range, selectionRange: range };
}

test.each<[string, string, [string, keyof typeof kinds][], string[], object]>([
  ["a variable", "let a = 1", [["a", "variable"]], ["a"], { a: "variable" }],
  ["an import", 'import { a } from "b"', [["a", "variable"]], ["a"], { a: "import" }],
  ["a function", "function f() {}", [["f", "function"]], ["f"], { f: "import" }],
  ["a type, which no value stands behind", "interface I {}", [["I", "interface"]], [], { I: "import" }],
  ["a variable inside a block is not the session's", "{ let b = 1 }", [["b", "variable"]], [], {}],
  ["a var inside a block is, though not listed", "if (x) { var v }", [], ["v"], { v: "variable" }],
  ["what is only declared", "declare const d: 1", [["d", "variable"]], [], { d: "variable" }],
  [
    "a type and a value of one name",
    "type T = 1; const T = 1",
    [
      ["T", "class"],
      ["T", "variable"],
    ],
    ["T"],
    { T: "import" },
  ],
  ["a dotted namespace", "namespace A.B {}", [["A.B", "class"]], ["A"], { A: "import" }],
])("%s", (_what, source, symbols, declares, names) => {
  const found = symbols.map(([name, kind]) => symbol(source, name, kind));
  expect(Object.fromEntries(sessionNames(found, { source, declares }))).toEqual(names);
});
