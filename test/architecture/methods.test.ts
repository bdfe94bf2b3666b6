import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { repositoryRoot } from "../support/tree.js";

interface Row {
  readonly id: string;
  readonly title: string;
  readonly check: string;
  readonly status: "done" | "partly" | "not done";
  readonly functions: readonly { readonly name: string }[];
  readonly tests: readonly string[];
  readonly notebooks: readonly string[];
  readonly figures: readonly string[];
  readonly missing: readonly string[];
}

function methods(root: string, ...words: string[]): { readonly code: number | null; readonly said: string } {
  const command = [join(repositoryRoot, "setup/methods.mjs"), "--root", root, ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

interface Found {
  readonly rows: readonly Row[];
  readonly problems: readonly string[];
}

/** The generator's own modules, which run before anything is built and so are plain JavaScript. */
const load = (name: string): Promise<unknown> => import(join(repositoryRoot, "setup/methods", name));
const { collect } = (await load("collect.mjs")) as { readonly collect: (root: string) => Found };
const rowsOf = (root: string): readonly Row[] => collect(root).rows;

describe("lib/METHODS.md", () => {
  test("is fresh, and each of its tags is a row of the course on a public function", () => {
    expect(methods(repositoryRoot, "--check")).toEqual({ code: 0, said: "lib/METHODS.md is fresh\n" });
  });

  test("lists every row of the course once, each with a title and a check", () => {
    const rows = rowsOf(repositoryRoot);
    expect(rows).toHaveLength(233);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(233);
    expect(rows.filter(({ title, check }) => title === "" || check === "")).toEqual([]);
    const last = { A: 23, B: 21, C: 18, D: 16, E: 13, F: 10, G: 5, H: 39, I: 19, J: 20, K: 36 };
    for (const [letter, count] of Object.entries(last)) {
      const numbers = rows
        .filter(({ id }) => id.startsWith(letter))
        .map(({ id }) => Number.parseInt(id.slice(1)));
      const wanted = Array.from(
        { length: count + (letter === "F" ? 1 : 0) },
        (_, i) => i + (letter === "F" ? 0 : 1),
      );
      expect([...new Set(numbers)]).toEqual(wanted);
    }
  });

  test("calls no row done without a function, a test that names it, and nothing said to be missing", () => {
    const done = rowsOf(repositoryRoot).filter(({ status }) => status === "done");
    expect(
      done.filter((row) => row.functions.length === 0 || row.tests.length === 0 || row.missing.length > 0),
    ).toEqual([]);
  });
});

const roots: string[] = [];
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true })));

/** A small tree with three rows and the files given. */
function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "vitrine-methods-"));
  roots.push(root);
  const rows = ["K1", "K2", "C2"].map((id) => ({ id, title: `Title of ${id}`, check: `check of ${id}` }));
  const all = {
    "lib/methods.json": JSON.stringify([{ letter: "K", lecture: 9, title: "Resolution", rows }]),
    "lib/src/index.ts": 'export { f } from "./a.js";',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const tagged = (tag: string): string => `/**\n * Does it.\n *\n * ${tag}\n */\nexport function f(): void {}`;
const statusOf = (files: Readonly<Record<string, string>>, id = "K1"): string =>
  rowsOf(tree(files)).find((row) => row.id === id)!.status;

describe("a row", () => {
  const source = { "lib/src/a.ts": tagged("@row K1") };
  const titled = (title: string): Record<string, string> => ({
    ...source,
    "test/lib/a.test.ts": `test(${JSON.stringify(title)}, () => {});`,
  });

  test("is not done without a function, even where a test names it", () => {
    expect(statusOf({})).toBe("not done");
    expect(statusOf({ "test/lib/a.test.ts": 'test("row K1: x", () => {});' })).toBe("not done");
  });

  test("is partly done without a test that names it", () => {
    expect(statusOf(source)).toBe("partly");
    expect(statusOf(titled("equal maps correlate to 1"))).toBe("partly");
    expect(statusOf(titled("the K1 of things"))).toBe("partly");
    expect(statusOf(titled("x (K1)"))).toBe("partly");
    expect(statusOf({ ...source, "test/lib/a.test.ts": "// row K1\nconst row = 'K1: x';" })).toBe("partly");
  });

  test.each(["K1: equal maps correlate to 1", "row K1: x", "x, as rows K2 and K1 ask", "K2, K1: x"])(
    "is done when a title says %s",
    (title) => expect(statusOf(titled(title))).toBe("done"),
  );

  test("is found in titles of describe, of each, and of templates", () => {
    for (const text of [
      'describe("K1: x", () => {});',
      'test.each([1])("K1: %i", () => {});',
      "test.skipIf(true)(`row K1: ${1}`, () => {});",
    ]) {
      expect(statusOf({ ...source, "test/lib/a.test.ts": text })).toBe("done");
    }
  });

  test("is not meant by a symmetry of the same name", () => {
    const files = {
      "lib/src/a.ts": tagged("@row C2"),
      "test/lib/a.test.ts": 'test("has C2 symmetry", () => {});',
    };
    expect(statusOf(files, "C2")).toBe("partly");
  });

  test("is partly done where its tag says what is missing", () => {
    const files = { ...titled("K1: x"), "lib/src/a.ts": tagged("@row K1 partly: no FRC of stacks") };
    expect(statusOf(files)).toBe("partly");
    expect(rowsOf(tree(files))[0]!.missing).toEqual(["no FRC of stacks"]);
  });

  test("carries its figures and its notebooks into the page", () => {
    const root = tree({
      ...titled("K1: x"),
      "test/lib/b.test.ts": 'test("K1: y", () => {\n  // @figure K1 predicts .993, true .991\n});',
      "notebooks/00.ipynb": JSON.stringify({
        cells: [{ cell_type: "markdown", source: ["Rows K1 and ", "K2."] }],
      }),
      "notebooks/01.ipynb": JSON.stringify({
        cells: [{ cell_type: "code", metadata: { vitrine: { rows: ["K1"] } } }],
      }),
    });
    expect(rowsOf(root)[0]).toMatchObject({
      figures: ["predicts .993, true .991"],
      notebooks: ["notebooks/00.ipynb", "notebooks/01.ipynb"],
      tests: ["test/lib/a.test.ts", "test/lib/b.test.ts"],
    });
    expect(methods(root)).toEqual({ code: 0, said: "lib/METHODS.md: 1 of 3 rows done\n" });
    expect(methods(root, "--check").code).toBe(0);
  });
});

describe("the check refuses", () => {
  test("a stale page, and a page that is not there", () => {
    const root = tree({ "lib/METHODS.md": "# old\n" });
    expect(methods(root, "--check")).toMatchObject({
      code: 1,
      said: expect.stringContaining("stale") as string,
    });
    rmSync(join(root, "lib/METHODS.md"));
    expect(methods(root, "--check").code).toBe(1);
  });

  test.each([
    ["a row that the course has not", { "lib/src/a.ts": tagged("@row K99") }, "the course has no such row"],
    ["a tag without a row", { "lib/src/a.ts": tagged("@row resolution") }, "the course has no such row"],
    [
      "a function that no index exports",
      { "lib/src/a.ts": tagged("@row K1").replace("f()", "g()") },
      "no index of the library exports it",
    ],
    [
      "a test of a row that is not",
      { "test/lib/a.test.ts": 'test("row K77: x", () => {});' },
      "names row K77",
    ],
    ["a figure of a row that is not", { "test/lib/a.test.ts": "// @figure K78 0.5" }, "names row K78"],
  ])("%s", (_, files, sentence) => {
    const { problems } = collect(tree(files));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });

  test("to write a page from wrong tags", () => {
    const root = tree({ "lib/src/a.ts": tagged("@row K99") });
    expect(methods(root)).toMatchObject({ code: 1, said: expect.stringContaining("no such row") as string });
    expect(existsSync(join(root, "lib/METHODS.md"))).toBe(false);
  });
});
