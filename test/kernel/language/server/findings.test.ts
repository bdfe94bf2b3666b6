import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { findings } from "../../../../kernel/src/language/server/findings.js";

function said(
  code: number,
  line: number,
  character: number,
  message: string,
  severity: 1 | 2 | 4 = 1,
): Diagnostic {
  const start = { line, character };
  return { code, message, severity, range: { start, end: start } };
}

test("errors are told by place, from 1", () => {
  const found = findings([said(2322, 2, 4, "b"), said(2322, 1, 9, "second"), said(2322, 1, 0, "a")]);
  expect(found).toEqual([
    { line: 1, column: 1, code: 2322, message: "a" },
    { line: 1, column: 10, code: 2322, message: "second" },
    { line: 2, column: 5, code: 2322, message: "b" },
  ]);
});

test.each([
  ["hints", said(6133, 1, 0, "never read", 4)],
  ["the header's own", said(2300, 0, 3, "in the header")],
  ["types left out", said(7006, 1, 0, "Parameter 'a' implicitly has an 'any' type.")],
  ["packages without types", said(7016, 1, 0, "Could not find a declaration file for module 'a'.")],
  ["grammar", said(1005, 1, 0, "';' expected.")],
])("%s are left out", (_what, diagnostic) => expect(findings([diagnostic])).toEqual([]));

test("what falls through a switch is none of the types left out", () => {
  expect(findings([said(7029, 1, 0, "Fallthrough case in switch.")])).toHaveLength(1);
});

test("the name or the module that is missing is told", () => {
  expect(findings([said(2304, 1, 0, "Cannot find name 'a'.")])[0]).toMatchObject({ missing: "a" });
  expect(findings([said(2552, 1, 0, "Cannot find name 'a'. Did you mean 'b'?")])[0]).toMatchObject({
    missing: "a",
  });
  const module = findings([
    said(2307, 1, 0, "Cannot find module './a.js' or its corresponding type declarations."),
  ]);
  expect(module[0]).toMatchObject({ module: "./a.js" });
});
