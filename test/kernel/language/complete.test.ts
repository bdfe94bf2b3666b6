import { expect, test } from "vitest";
import { complete } from "../../../kernel/src/language/index.js";
import { FakeScope } from "./scope.js";

const values = {
  volume: ["data", "shape", "voxelSizeA", "_hidden", "not-a-name", "0"],
  vote: [],
  Größe: [],
  "volume.shape": ["length"],
  "volume?.shape[0]": ["toFixed"],
  'table["a b"]': ["row"],
  '"text"': ["length"],
  "(await x)": ["never"],
};

/** The entries at `|`. */
async function at(marked: string): Promise<{ texts: string[]; span: string; asked: string[] }> {
  const cursor = marked.indexOf("|");
  const code = marked.replace("|", "");
  const scope = new FakeScope(values);
  const { matches, start, end } = await complete(code, cursor, scope);
  return { texts: matches.map((m) => m.text), span: code.slice(start, end), asked: scope.asked };
}

test.each<[string, string[], string]>([
  ["vo|", ["volume", "vote", "void"], "vo"],
  ["x = vol|ume", ["volume"], "vol"],
  ["VOL|", ["volume"], "VOL"],
  ["Grö|", ["Größe"], "Grö"],
  ["'𝔸'; Grö|", ["Größe"], "Grö"],
  ["const local = 1; loc|", ["local"], "loc"],
  ["function helper() {}; hel|", ["helper"], "hel"],
  ["const { alpha, b: beta } = q; al|", ["alpha"], "al"],
  [`import { readVolume as read } from "vitrine"; rea|`, ["read", "readonly"], "rea"],
  ["awa|", ["await"], "awa"],
  ["volume.|", ["data", "shape", "voxelSizeA"], ""],
  ["volume._|", ["_hidden"], "_"],
  ["f(volume\n  .sh|)", ["shape"], "sh"],
  ["volume.shape.|", ["length"], ""],
  ["volume\n  .shape\n  .len|", ["length"], "len"],
  ["f(...volume.sh|)", ["shape"], "sh"],
  ["`${ { a: { b: 1 } }; vol|", ["volume"], "vol"],
  ["volume!.shape.len|", ["length"], "len"],
  ["volume?.shape[0].|", ["toFixed"], ""],
  [`table["a b"].r|`, ["row"], "r"],
  [`"text".l|`, ["length"], "l"],
  ["`${volume.|", ["data", "shape", "voxelSizeA"], ""],
  ["[...vol|", ["volume"], "vol"],
  [`import fs from "node:fs/p|`, ["node:fs/promises"], "node:fs/p"],
  [`await import("node:fs/p|")`, ["node:fs/promises"], "node:fs/p"],
])("%s", async (marked, texts, span) => {
  const found = await at(marked);
  expect(found.texts).toEqual(texts);
  expect(found.span).toBe(span);
});

test.each([
  "'vol|",
  "// vol|",
  "/* vol|",
  "`vol|",
  "`${a}vol|",
  "12|",
  "volume.shape().|",
  "f(x).|",
  "(await x).|",
  "nothing.|",
  "a[i].|",
  "new Map().|",
])("nothing at %s", async (marked) => expect((await at(marked)).texts).toEqual([]));

test.each(["volume.shape().|", "f(x).y.|", "a[i++].|", "(x = 5).|"])(
  "nothing is run for %s",
  async (marked) => {
    expect((await at(marked)).asked).toEqual([]);
  },
);

test.each([
  "x = a / vol|",
  "r = /[/'\"]/; vol|",
  "'it\\'s'; vol|",
  "`a${ {a: 1}.a }`; vol|",
  "'open\nvol|",
  "/* ' */ vol|",
  "// '\nvol|",
])("code again in %j", async (marked) => expect((await at(marked)).texts).toEqual(["volume"]));
