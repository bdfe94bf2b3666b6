import { eachMapping, TraceMap } from "@jridgewell/trace-mapping";
import { describe, expect, test } from "vitest";
import { CellCompiler, type CompiledCell } from "../../../kernel/src/compile/index.js";
import { strippers } from "./repl.js";

const cells = [
  "const a = 1;\nfunction f(x: number, y?: string): number { return x * a }\nf(a)",
  "import type { T } from 'm';\n\nimport d, { e as g } from 'm';\n  export const { k = d, ...rest } = g as T;",
  "interface I { a: number }\r\nclass C<T extends I> extends Base {\r\n  constructor(readonly one: T, two?: number) { super(two) }\r\n}",
  "const ö𝔸 = 1; const second = `x ${ö𝔸 satisfies number} y`;",
  "{\n  first: 1,\n  second: [third as any]\n}",
  "{ first: second }",
  "for await (const item of source!) {\n\tif (item) console.log(item.name, item?.[0]);\n}",
  "enum Mode { Fast, Slow = 4 }\nlet mode: Mode = Mode.Slow;",
  "x",
];

interface Pair {
  readonly running: string;
  readonly typed: string | undefined;
}

/** The words of the running code that have a place in the cell, each with the text that stands there. */
function wordPairs(cell: CompiledCell): Pair[] {
  const running = cell.code.split("\n");
  const typed = cell.map.sourcesContent[0]!.split(/\r\n|\n/);
  const pairs: Pair[] = [];
  eachMapping(
    new TraceMap({ ...cell.map }),
    ({ generatedLine, generatedColumn, originalLine, originalColumn }) => {
      const word = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(
        running[generatedLine - 1]!.slice(generatedColumn),
      )?.[0];
      if (word === undefined || originalLine === null || originalColumn === null) return;
      pairs.push({ running: word, typed: typed[originalLine - 1]?.slice(originalColumn) });
    },
  );
  return pairs;
}

/** Words that stand in the running code for something else of the cell: a keyword, a part of an enum or constructor. */
const replaced = new Set("let this _one function var return await __import constructor super as".split(" "));

describe.each(strippers)("%s", (name, stripper) => {
  test.each(cells)("places in %j", (source) => {
    const cell = new CellCompiler({ stripper }).compile(source, 7);
    expect(cell.map).toMatchObject({ version: 3, sources: ["cell-7.ts"], sourcesContent: [source] });
    eachMapping(new TraceMap({ ...cell.map }), ({ originalLine }) =>
      expect(originalLine ?? 1).toBeLessThanOrEqual(source.split("\n").length),
    );
    const pairs = wordPairs(cell);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { typed } of pairs) expect(typed).toBeDefined();
    if (/enum|class/.test(source)) return;
    const kept = pairs.filter(({ running }) => !replaced.has(running));
    for (const { running, typed } of kept)
      expect(typed!.startsWith(running), `${name}: ${running} at ${typed}`).toBe(true);
  });
});
