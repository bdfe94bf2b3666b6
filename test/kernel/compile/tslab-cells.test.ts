import { describe, expect, test } from "vitest";
import { CellCompiler, CellSyntaxError } from "../../../kernel/src/compile/index.js";
import { stripWithOxc } from "../../../kernel/src/compile/strip-oxc.js";
import { stripWithSucrase } from "../../../kernel/src/compile/strip-sucrase.js";

const strippers = [
  ["oxc", (await stripWithOxc())!],
  ["sucrase", stripWithSucrase],
] as const;

describe.each(strippers)("cells with the words of tslab, stripped by %s", (_name, stripper) => {
  const compile = (source: string): ReturnType<CellCompiler["compile"]> =>
    new CellCompiler({ stripper }).compile(source, 2);

  test("a module hands its text over and declares nothing", () => {
    const source = '/** @module lengths */\nexport const long: string = "10";';
    const cell = compile(source);
    expect(cell).toMatchObject({ url: "cell-2.ts", hasValue: false, declares: [] });
    expect(cell.code).toBe(
      `__import.define("lengths", ${JSON.stringify(source)}, false);\n//# sourceURL=cell-2.ts`,
    );
    expect(compile("/** @module m\n * @jsx\n */ export default <b/>").code).toMatch(/, true\);/);
  });

  test("a module that is no TypeScript is refused in its own lines", () => {
    expect(() => compile("/** @module m */\nexport const = 1;")).toThrow(CellSyntaxError);
    expect(() => compile("/** @module m */\nexport const = 1;")).toThrow(
      expect.objectContaining({ line: 2 }) as Error,
    );
  });

  test("code for a browser is no code", () => {
    expect(
      compile("/** @browser */ document.title = ;")
        .code.replace(/\/\/.*/, "")
        .trim(),
    ).toBe('"use strict";');
  });

  test("JSX, where the cell says so", () => {
    expect(compile("/** @jsx h */\nconst a: unknown = <b c={1}>x</b>;").code).toMatch(
      /h\(['"]b['"], \{ ?c: 1,? ?\}, ['"]x['"]\)/,
    );
    expect(compile("/** @jsx */\n<b/>").code).toContain("React.createElement");
    expect(() => compile("const a = <b c={1}/>;")).toThrow(CellSyntaxError);
    expect(compile("const a = <string>b;").code).toContain("a = b");
  });
});
