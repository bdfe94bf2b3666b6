import { expect, test } from "vitest";
import { knownFrom } from "../../../../kernel/src/language/server/known.js";

const said = (words: string): string => `\`\`\`typescript\n${words}\n\`\`\`\nWhat it is.`;
const closed = (type: string): string | undefined =>
  knownFrom(said(`const x: ${type}`), "x", (name) => name === "Map").type;

test.each([
  ["number"],
  ['"a" | "b.c(" | 3'],
  ["Float32Array<ArrayBuffer>[]"],
  ["(size: number, name?: string) => Promise<void>"],
  ["{ readonly kind: 1; other: { [key: string]: unknown } }"],
  ["any[]"],
])("%s needs no other cell", (type) => expect(closed(type)).toBe(type));

test.each([
  ["a type of a package", "Volume"],
  ["one among others", "{ map: Volume | undefined }"],
  ["another name's type", "typeof other"],
  ["a name that a cell has taken", "Map<string, number>"],
  ["what the server has cut short", "{ a: 1; ... 5 more ...; z: 1 }"],
  ["what is too long", `"${"a".repeat(700)}"`],
  ["a pattern of text", "`a${string}`"],
])("%s does", (_what, type) => expect(closed(type)).toBeUndefined());

test("several lines become one", () => {
  expect(closed("{\n    a: number;\n    b: string;\n}")).toBe("{ a: number; b: string; }");
});

test("what is written about it comes along in one line, and can't end its comment", () => {
  const hover = "```typescript\nlet x: Volume\n```\nA map.\n\nIn Å */ here.\n";
  expect(knownFrom(hover, "x", () => false)).toEqual({ documentation: "A map. In Å *\\/ here." });
});

test("only a variable of that name counts", () => {
  expect(knownFrom(said("function x(): number"), "x", () => false)).toEqual({});
  expect(knownFrom(said("let y: number"), "x", () => false)).toEqual({});
  expect(knownFrom("", "x", () => false)).toEqual({});
});
