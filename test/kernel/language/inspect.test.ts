import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importsIn, inspect } from "../../../kernel/src/language/index.js";
import { FakeScope } from "./scope.js";

const files = {
  "node_modules/optics/package.json": JSON.stringify({
    exports: {
      ".": { types: "./types/index.d.ts", default: "./index.js" },
      "./*": { types: "./types/*/index.d.ts" },
    },
  }),
  "node_modules/optics/types/index.d.ts": `
export { fitCtf, Private as Named } from "./fit.js";
export * from "./loop.js";
export * from "./more.js";
export { default as wave } from "./wave.js";
`,
  "node_modules/optics/types/loop.d.ts": `export * from "./index.js";`,
  "node_modules/optics/types/more.d.ts": `
/** Electron wavelength, in Å. */
export declare const wavelengthA: (voltageKV: number) => number;
/** One. */
export declare function over(a: string): string;
export declare function over(a: number, b?: { c: number }): { d: number };
export declare enum Mode { A = 0, B = 1 }
`,
  "node_modules/optics/types/fit.d.ts": `
import type { RangeOptions } from "./range.js";
/** Not this one. */
export interface FitOptions extends RangeOptions {
    /** Voltage, in kV; default 300; as { most microscopes. */
    readonly voltageKV?: number;
}
/**
 * Fits the CTF of a micrograph.
 * The image is \`[ny, nx]\`; defocus is in Å, see {@link wavelengthA}.
 *
 * @param image the micrograph
 * @throws ValueError if the voltage is 0
 * @row C4
 * @example
 * \`\`\`ts
 * fitCtf(image);
 * \`\`\`
 */
export declare function fitCtf(image: Float32Array, options?: FitOptions): Promise<{
    readonly defocusA: number;
}>;
/** Seen under another name. */
declare class Private<T extends object = {}> { hidden: T }
export { Private };
`,
  "node_modules/optics/types/wave.d.ts": `/** A wave. */
export default function wave(): void;`,
  "node_modules/optics/types/sub/index.d.ts": `/** In a room. */
export declare function inside(): 1;`,
  "node_modules/@lab/a/package.json": JSON.stringify({ types: "a.d.ts" }),
  "node_modules/@lab/a/a.d.ts":
    "/** Scoped. */ export type Scoped = 1;\n/** Scoped. */\nexport type Scope = 'x;y' | { a: 1 };",
  "node_modules/@types/node/fs.d.ts": `declare module "fs" {
    /** Words. */
    export interface Inner { a: 1; }
}`,
  "node_modules/@types/node/package.json": "{}",
  "own.ts": `/** Mine. */
export async function mine<T>(a: T, f: (x: { y: T }) => void = () => {}): Promise<{ z: T }> {
  return { z: a };
}
/** Side, in pixels. */
export const side = 4;
`,
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inspect ö "));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is shown at \`|\`. */
async function at(marked: string, scope: FakeScope = new FakeScope()): Promise<string | undefined> {
  const code = marked.replace("|", "");
  return (await inspect(code, marked.indexOf("|"), scope, { folder })).markdown;
}

test("a function's declaration, its options and its words", async () => {
  const shown = await at(`import { fitCtf } from "optics"; fitC|tf(image)`);
  expect(shown).toBe(`\`\`\`ts
function fitCtf(image: Float32Array, options?: FitOptions): Promise<{
    readonly defocusA: number;
}>

interface FitOptions extends RangeOptions {
    /** Voltage, in kV; default 300; as { most microscopes. */
    readonly voltageKV?: number;
}
\`\`\`

Fits the CTF of a micrograph.
The image is \`[ny, nx]\`; defocus is in Å, see \`wavelengthA\`.

- \`image\` the micrograph

**Throws** ValueError if the voltage is 0

**Example:**
\`\`\`ts
fitCtf(image);
\`\`\``);
});

test.each([
  [
    `import { wavelengthA } from "optics"; wavelengthA|`,
    "const wavelengthA: (voltageKV: number) => number",
    "Electron wavelength, in Å.",
  ],
  [
    `import { over } from "optics"; over|`,
    "function over(a: string): string\nfunction over(a: number, b?: { c: number }): { d: number }",
    "One.",
  ],
  [`import { Mode as M } from "optics"; M|`, "enum Mode { A = 0, B = 1 }", ""],
  [
    `import { Named } from "optics"; Nam|ed`,
    "class Private<T extends object = {}>",
    "Seen under another name.",
  ],
  [`import { wave } from "optics"; wave|`, "function wave(): void", "A wave."],
  [`import * as o from "optics"; o.wave|`, "function wave(): void", "A wave."],
  [`const o = await import("optics"); o.wave|`, "function wave(): void", "A wave."],
  [`const { wave: w } = await import("optics"); w|`, "function wave(): void", "A wave."],
  [`import { inside } from "optics/sub"; inside|`, "function inside(): 1", "In a room."],
  [`import { type Scope } from "@lab/a"; let x: Scope|`, "type Scope = 'x;y' | { a: 1 }", "Scoped."],
  [`import { type Inner } from "node:fs"; let x: Inner|`, "interface Inner { a: 1; }", "Words."],
  [
    `import { mine } from "./own.ts"; mine|`,
    "async function mine<T>(a: T, f: (x: { y: T }) => void = () => {}): Promise<{ z: T }>",
    "Mine.",
  ],
  [`import { side } from "./own.js"; side|`, "const side", "Side, in pixels."],
])("%s", async (marked, signature, words) => {
  expect(await at(marked)).toBe(`\`\`\`ts\n${signature}\n\`\`\`${words && `\n\n${words}`}`);
});

test.each([
  "wave(|",
  "wave(a, [b|",
  "f(wave({ a: |",
  "wave(\n  1,\n  |\n)",
  "wa|ve",
  "|wave",
  "wave(g(1), |",
])("the call around %j", async (marked) => {
  const origins = importsIn(`import { wave } from "optics"`);
  expect(await at(marked, new FakeScope({ g: [] }, origins))).toContain("A wave.");
});

test("what a session knows of a value", async () => {
  const scope = new FakeScope({ f: [], "a.b": [] });
  expect(await at("x + f|", scope)).toBe("```ts\nfunction f(a, b = 1)\nThing {…}\n```");
  expect(await at("a.b|", scope)).toContain("function f(a, b = 1)");
  const { text } = await inspect("f", 1, scope, { folder });
  expect(text).toBe("function f(a, b = 1)\nThing {…}\n");
});

test("what is not there is not found", async () => {
  expect(await inspect("nothing", 3, new FakeScope(), { folder })).toEqual({ found: false });
  expect(await inspect("", 0, new FakeScope(), { folder })).toEqual({ found: false });
  expect(await at(`import { nope } from "optics"; nope|`)).toBeUndefined();
  expect(await at(`import { nope } from "no-such-package"; nope|`)).toBeUndefined();
});
