import { describe, expect, test } from "vitest";
import { loadStripper } from "../../../kernel/src/compile/strip.js";
import { stripWithOxc } from "../../../kernel/src/compile/strip-oxc.js";
import { stripWithSucrase } from "../../../kernel/src/compile/strip-sucrase.js";
import { strippers } from "./repl.js";

test("the native one is taken where it loads", async () => {
  expect(await stripWithOxc()).toBeTypeOf("function");
  expect(String(await loadStripper())).toBe(String(await stripWithOxc()));
});

describe.each(strippers)("%s", (_, strip) => {
  test("types go, values stay, and imports that nothing here uses", () => {
    const found = strip(
      `import { a, type B } from "m";\nimport type { C } from "n";\nconst x: B = 1 as C;`,
      "cell-1.ts",
    );
    if ("message" in found) throw new Error(found.message);
    expect(found.code.replace(/\s+/g, " ").trim()).toMatch(/^import \{ a,? ?\} from "m"; const x ?= 1 ?;$/);
    expect(found.map.mappings).not.toBe("");
  });

  test.each([
    ["let x: = 5", 7],
    ["'ö𝔸'; let x: = 5", 14],
    ["f(", 2],
  ])("%j is refused at %i", (source, offset) => {
    expect(strip(source, "cell-1.ts")).toEqual({ message: expect.any(String), offset });
  });
});

test("messages name no file and no place of their own", () => {
  for (const [, strip] of strippers) {
    const found = strip("let x: = 5", "cell-1.ts") as { readonly message: string };
    expect(found.message).not.toMatch(/cell-1|\d:\d|EOF/);
  }
  expect(stripWithSucrase("f(", "cell-1.ts")).toMatchObject({ message: "Unexpected token" });
});
