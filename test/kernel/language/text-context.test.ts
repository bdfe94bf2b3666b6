import { expect, test } from "vitest";
import { textContext } from "../../../kernel/src/language/text-context.js";

test.each<[string, object]>([
  ["|", { kind: "code" }],
  ["a |b", { kind: "code" }],
  ["'ab|c'", { kind: "string", start: 1 }],
  ['x = "a\\"b|', { kind: "string", start: 5 }],
  ["'a'|", { kind: "code" }],
  ["'open\n|", { kind: "code" }],
  ["// a|", { kind: "comment" }],
  ["// a\n|", { kind: "code" }],
  ["/* a|", { kind: "comment" }],
  ["/* a *|/", { kind: "comment" }],
  ["/* a */|", { kind: "code" }],
  ["`a|", { kind: "template" }],
  ["`a${|", { kind: "code" }],
  ["`a${{b: {}}}c|", { kind: "template" }],
  ["`a${`b${'c'}`}`|", { kind: "code" }],
  ["`\\`|", { kind: "template" }],
  ["`$|{", { kind: "template" }],
  ["/'/; |", { kind: "code" }],
  ["a / 'b|", { kind: "string", start: 5 }],
  ["return /[/']/ + |", { kind: "code" }],
  ["} / 2; 'a|", { kind: "string", start: 8 }],
])("%s", (marked, wanted) => {
  expect(textContext(marked.replace("|", ""), marked.indexOf("|"))).toEqual(wanted);
});
