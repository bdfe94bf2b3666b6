import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CellCompiler, CellSyntaxError, mapStack } from "../../../kernel/src/compile/index.js";
import { strippers } from "./repl.js";

const words =
  "const let var function class enum namespace import export default from as type interface async await for of in if else return new this import.meta import( import{ export* export{ a b c a$ ö 𝔸 1 'x' `y` `${ } { ( ) [ ] = => , ; : . ?. ! ? + / < > @a \n \r\n \u2028 // /* */ /x/ \" ' ` \\ # ... declare abstract satisfies static {} \0".split(
    " ",
  );
const code = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

/** V8's word on whether code can run; the top level of a cell is read as the inside of an async function. */
const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

describe.each(strippers)("%s", (_, stripper) => {
  test("any text becomes code that V8 takes, or is refused with a place inside it", () => {
    fc.assert(
      fc.property(code, (source) => {
        const compiler = new CellCompiler({ stripper });
        try {
          const cell = compiler.compile(source, 1);
          compiler.commit(cell);
          expect(cell.code.endsWith("\n//# sourceURL=cell-1.ts")).toBe(true);
          for (const { code } of [cell, compiler.compile(source, 2)]) new AsyncFunction(code);
          mapStack("Error\n    at cell-1.ts:1:1", new Map([[cell.url, cell]]));
        } catch (error) {
          if (!(error instanceof CellSyntaxError)) throw error;
          const line = source.split(/\r\n|[\n\r\u2028\u2029]/)[error.line - 1];
          expect(line).toBeDefined();
          expect(error.column).toBeLessThanOrEqual(line!.length + 1);
          expect(error.frame.split("\n")).toHaveLength(3);
        }
      }),
      { numRuns: 1500, seed: 7 },
    );
  });
});
