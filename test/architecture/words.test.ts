import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { committableFiles, repositoryRoot } from "../support/tree.js";

/** Words that belong to one machine, or to work not done. Put together from parts, so that this file holds none of them. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    "a path of one machine",
    new RegExp(
      `(?<![\\w.])/(${["wo" + "rk", "tm" + "p", "home/(?!u/)\\w+", "Users/(?!u/)\\w+", "root"].join("|")})/`,
    ),
  ],
  ["a drive of one machine", new RegExp(`\\b[A-Z]:\\\\\\\\?Us` + "ers")],
  [
    "a registry's host",
    new RegExp(`regis` + `try\\.[\\w-]+\\.\\w+|files\\.pythonho` + "sted|artifac" + "tory"),
  ],
  ["an address of a private network", new RegExp(`\\bhttps?://(10|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\.`)],
  ["an emoji", /\p{Emoji_Presentation}|\u{FE0F}/u],
  ["work not done", new RegExp(`\\b(TO` + `DO|FIX` + `ME|XX` + `X|HA` + `CK)\\b`)],
];

/** Lines longer than this hold data (pictures in notebooks, bundles), not words. */
const longestLine = 2000;

/** What is wrong with the words of a text, with line numbers. */
function wordsIn(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.length > longestLine) return [];
    return forbidden
      .filter(([, pattern]) => pattern.test(line))
      .map(([what]) => `${path}:${index + 1}: ${what}: ${line.trim().slice(0, 120)}`);
  });
}

/** The text of a file, or nothing where it holds bytes that no text has. */
function textOf(path: string): string {
  const bytes = readFileSync(join(repositoryRoot, path));
  return bytes.includes(0) ? "" : bytes.toString("utf8");
}

describe("the project speaks of itself alone", () => {
  const files = committableFiles();

  test("no file names one machine's places, or carries emoji or unfinished work", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((path) => wordsIn(path, textOf(path)))).toEqual([]);
  });

  test("the lock file says which versions, not from where", () => {
    const lock = JSON.parse(textOf("package-lock.json")) as {
      readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>>;
    };
    const named = Object.entries(lock.packages).filter(
      ([, { resolved, link }]) => link !== true && resolved !== undefined,
    );
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(named.map(([name]) => name)).toEqual([]);
  });

  test.each([
    ["/" + "work/main/lib", 1],
    ['"/' + 'tmp/x"', 1],
    ["/" + "home/ada/data", 1],
    ["C:\\" + "Users\\ada", 1],
    ["https://regis" + "try.example.org/", 1],
    ["http://192." + "168.1.2:8080/", 1],
    ["done \u{2705}", 1],
    ["warning \u26A0\uFE0F", 1],
    ["// TO" + "DO later", 1],
    ["FIX" + "ME", 1],
    ["network/ and homework/ and ./tmp/ are words like others", 0],
    ["10 \u00C5 \u2194 0.1 1/\u00C5, \u00D7 \u2264 \u2192 \u03C3 are signs, not pictures", 0],
    ["the registry of widgets", 0],
  ])("the checker judges %s", (line, count) => {
    expect(wordsIn("sample", line)).toHaveLength(count);
  });
});
