import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readText, repositoryRoot } from "../support/tree.js";

const folder = "lib/decisions";
const records = readdirSync(join(repositoryRoot, folder)).sort();

/** Numbers that are missing or used twice in the names of some records. */
function gaps(names: readonly string[]): string[] {
  return names.flatMap((name, index) => {
    const wanted = String(index + 1).padStart(4, "0");
    return new RegExp(`^${wanted}-[a-z0-9-]+\\.md$`).test(name) ? [] : [`${name}: wanted ${wanted}-….md`];
  });
}

describe("decisions", () => {
  test("are numbered from 0001 without a gap", () => {
    expect(records.length).toBeGreaterThanOrEqual(13);
    expect(gaps(records)).toEqual([]);
  });

  test.each(records)("%s says context, decision, alternatives and consequences", (name) => {
    const { text } = readText(`${folder}/${name}`);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["Context", "Decision", "Alternatives", "Consequences"]);
    expect(text).toMatch(new RegExp(`^# ${name.slice(0, 4)} `));
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(45);
  });

  test("a gap, a number used twice and a bad name are found", () => {
    expect(gaps(["0001-a.md", "0002-b.md"])).toEqual([]);
    expect(gaps(["0001-a.md", "0003-b.md"])).toHaveLength(1);
    expect(gaps(["0001-a.md", "0001-b.md"])).toHaveLength(1);
    expect(gaps(["1-a.md"])).toHaveLength(1);
  });
});
