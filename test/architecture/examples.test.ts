import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import * as vitrine from "vitrine";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { typeErrorsIn } from "../support/example-types.js";
import { examplesIn, runExample, runnableBlocks, type Example, type Modules } from "../support/examples.js";
import { differenceFrom, readExpected } from "../support/expected.js";
import { writeSampleFiles } from "../support/sample-files.js";
import { readText, repositoryRoot, sourceFiles } from "../support/tree.js";

const pages = ["README.md", "CONTRIBUTING.md", "lib/CONVENTIONS.md", "lib/README.md"].filter((path) =>
  existsSync(join(repositoryRoot, path)),
);
const examples = [
  ...sourceFiles()
    .filter(({ path }) => path.startsWith("lib/"))
    .flatMap(examplesIn),
  ...pages.flatMap((path) => runnableBlocks(readText(path))),
];

/** The one-line text of what the library can describe, else what Node prints. */
function inWords(value: unknown): string {
  try {
    return vitrine.describe(value as vitrine.Noun) ?? inspect(value);
  } catch {
    return inspect(value);
  }
}

/** The library and each of its rooms. */
async function modules(): Promise<Modules> {
  const rooms = readdirSync(join(repositoryRoot, "lib/src"), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(repositoryRoot, "lib/src", entry.name, "index.ts")),
    )
    .map(({ name }) => name);
  const loaded: Record<string, Readonly<Record<string, unknown>>> = { vitrine };
  for (const room of rooms) {
    const index = join(repositoryRoot, "lib/src", room, "index.ts");
    loaded[`vitrine/${room}`] = (await import(index)) as Readonly<Record<string, unknown>>;
  }
  return loaded;
}

let folder: string;
const home = process.cwd();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-example-"));
  writeSampleFiles(folder);
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const title = ({ path, line, name }: Example): string => `${path}:${line} ${name}`;

describe("the examples of the documentation", () => {
  test("are there", () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(examples.map((example) => [title(example), example] as const))(
    "%s runs and says its values",
    async (_, example) => {
      await runExample(example, await modules(), inWords);
    },
  );

  test("compile", () => {
    const names = [...readText("lib/src/index.ts").text.matchAll(/\{([^}]*)\}/g)]
      .flatMap(([, list]) => list!.split(","))
      .map((name) => name.trim())
      .filter((name) => name !== "");
    expect(typeErrorsIn(examples, names)).toEqual([]);
  });
});

describe("the runner", () => {
  const example = (code: string): Example => ({ path: "a.ts", line: 10, name: "f", code });
  const run = (code: string): Promise<void> => runExample(example(code), { vitrine: { two: 2 } }, inWords);

  test.each([
    ["1 + 1;   // 2"],
    ["two;   // 2"],
    ['import { three as drei } from "vitrine/x";\nconst four = drei;\nfour;   // 3'],
    ["await Promise.resolve(3);   // 3"],
    ["Math.PI;   // 3.14"],
    ["Math.PI;   // 3.1416, the ratio"],
    ["1 / 3;   // ≈ 0.334"],
    ["0.1 + 0.2;   // 0.3 Å"],
    ['"a" + "b";\n// "ab"'],
    ["[1, [2.04, 3]];   // [1, [2.0, 3]]"],
    ["new Float32Array(3);   // [0, 0, …]"],
    ["({ a: 1, b: 2 });   // { b: 2 }"],
    ["const two = 3; two;   // 3"],
    ["if (true) { two === 2; }   // true"],
    ["new Float32Array(-1);   // throws RangeError"],
    ["Number.NaN;   // NaN"],
    ["undefined;   // undefined"],
    ["two;   // the second of them"],
    ["[1].forEach((x) => { x + 1; });   // undefined"],
  ])("accepts %j", async (code) => {
    await runExample(example(code), { vitrine: { two: 2 }, "vitrine/x": { three: 3 } }, inWords);
  });

  test.each([
    ["1 + 1;   // 3", "a.ts:10: got 2, wanted 3"],
    ["two;\n\ntwo;   // 4", "a.ts:12: got 2, wanted 4"],
    ["2.4;   // 2", "got 2.4, wanted 2"],
    ["Math.PI;   // 3.15", "wanted 3.15"],
    ["1 / 3;   // ≈ 0.34", "wanted 0.34"],
    ["true;   // false", "got true, wanted false"],
    ['"ab";   // "abc"', 'got "ab", wanted "abc"'],
    ["[1, 2];   // [1]", "wanted 1 items"],
    ["[1, 2];   // [1, 3]", "got 2, wanted 3"],
    ["({ a: 1 });   // { b: 2 }", "wanted 2"],
    ["1;   // throws RangeError", "threw nothing but 1"],
    ["new Float32Array(-1);   // throws TypeError", "threw RangeError, wanted TypeError"],
    ["nowhere();", "nowhere is not defined"],
    ["undefined;   // 0", "got undefined, wanted 0"],
  ])("refuses %j", async (code, sentence) => {
    await expect(run(code)).rejects.toThrow(sentence);
  });

  test("finds the blocks of what is exported, with their lines, and no others", () => {
    const text = [
      "/**",
      " * Says.",
      " * @example",
      " * ```ts",
      " * one;",
      " *   two;",
      " * ```",
      " * and",
      " * ```ts",
      " * three;",
      " * ```",
      " */",
      "export function f(): void {}",
      "/** @example\n * ```ts\n * hidden;\n * ```\n */",
      "function g(): void {}",
    ].join("\n");
    expect(examplesIn({ path: "a.ts", text })).toEqual([
      { path: "a.ts", line: 5, name: "f", code: "one;\n  two;" },
      { path: "a.ts", line: 10, name: "f", code: "three;" },
    ]);
    const page = "# A\n\n```ts run\none;\n```\n\n```ts\nnot run\n```\n";
    expect(runnableBlocks({ path: "a.md", text: page })).toEqual([
      { path: "a.md", line: 4, name: "page", code: "one;" },
    ]);
  });

  test("gives the compiler's word on a line of an example", () => {
    const code = 'import { seeded as chance } from "vitrine/core";\nchance("x");';
    const [error, ...others] = typeErrorsIn(
      [example(code), example("statistics(Float32Array.of(1)).mean;")],
      ["statistics"],
    );
    expect(others).toEqual([]);
    expect(error).toMatch(/^a\.ts:11: Argument of type 'string'/);
  });

  test("takes prose for prose", () => {
    for (const prose of ["2 peaks", "the same", "peak now at [10, 8]", "1.06 more", "true north", ""]) {
      expect(readExpected(prose)).toBeUndefined();
    }
    expect(differenceFrom(readExpected("[1, 2]")!, "ab", inWords)).toMatch(/wanted 2 items/);
  });
});
