import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";
import { temporaryFolder } from "../support/temporary.js";

const folder = temporaryFolder();
let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start({ cwd: folder });
});
afterAll(() => kernel.stop());

/** The cells of a notebook that was written for tslab, run in order: type and data of all that each shows. */
async function shown(code: string): Promise<unknown[]> {
  const { reply, outputs } = await kernel.execute(code);
  expect(reply).toMatchObject({ status: "ok" });
  return outputs.flatMap(({ header: { msg_type: type }, content }): unknown[] => {
    if (type === "stream") return [[type, (content as Message<"stream">["content"]).text]];
    return "data" in content ? [[type, content.data]] : [];
  });
}

describe("the display of tslab", () => {
  beforeAll(() => shown("import * as tslab from 'tslab'"));

  test.each([
    ["html('<i>i</i>')", { "text/html": "<i>i</i>" }],
    ["markdown('**b**')", { "text/markdown": "**b**" }],
    ["latex('$x$')", { "text/latex": "$x$" }],
    ["svg('<svg/>')", { "image/svg+xml": "<svg/>" }],
    ["text('plain')", { "text/plain": "plain" }],
    ["javascript('1')", { "text/javascript": "1" }],
    ["png(new Uint8Array([137, 80]))", { "image/png": "iVA=" }],
    ["jpeg(Buffer.from('ab'))", { "image/jpeg": "YWI=" }],
    ["gif(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))", { "image/gif": "AgM=" }],
    ["pdf(new Uint8Array(0))", { "application/pdf": "" }],
    ["raw('application/x-own', 'as it is')", { "application/x-own": "as it is" }],
  ])("%s", async (call, data) => {
    expect(await shown(`tslab.display.${call}`)).toEqual([["display_data", data]]);
  });

  test("newDisplay replaces its own output, and only that", async () => {
    const first = await shown(
      "const one = tslab.newDisplay(), two = tslab.newDisplay(); one.text('1'); two.text('2')",
    );
    expect(first).toEqual([
      ["display_data", { "text/plain": "1" }],
      ["display_data", { "text/plain": "2" }],
    ]);
    expect(await shown("one.html('<b>1</b>')")).toEqual([
      ["update_display_data", { "text/html": "<b>1</b>" }],
    ]);
  });

  test.each([
    ["import { display, newDisplay, versions } from 'tslab'; [typeof display.html, typeof newDisplay]"],
    ["const { display: show, newDisplay: own } = require('tslab'); [typeof show.html, typeof own]"],
    ["const lab = await import('tslab'); [typeof lab.display.html, typeof lab.newDisplay]"],
  ])("%s", async (code) => {
    expect(await kernel.value(code)).toBe("[ 'function', 'function' ]");
  });

  test("versions tells which tslab this stands for", async () => {
    expect(await kernel.value("tslab.versions.tslab")).toBe("'1.0.22'");
    expect(await kernel.value("tslab.versions.node === process.version")).toBe("true");
  });

  test("a tslab that is installed beside the notebook is not asked", async () => {
    mkdirSync(join(folder, "node_modules/tslab"), { recursive: true });
    writeFileSync(join(folder, "node_modules/tslab/package.json"), '{"name":"tslab","main":"m.js"}');
    writeFileSync(join(folder, "node_modules/tslab/m.js"), "throw new Error('the wrong one');");
    expect(await kernel.value("(await import('tslab')).display === require('tslab').display")).toBe("true");
  });
});

describe("cells that are modules", () => {
  test("are imported by name, run at the first import only, and anew when their text changes", async () => {
    expect(await shown("/** @module lengths */\nconsole.log('runs'); export let long: number = 10;")).toEqual(
      [],
    );
    expect(await shown("import * as lengths from './lengths'; lengths.long")).toEqual([
      ["stream", "runs\n"],
      ["execute_result", { "text/plain": "10" }],
    ]);
    expect(await shown("import { long } from './lengths'; long")).toEqual([
      ["execute_result", { "text/plain": "10" }],
    ]);
    await shown("/**\n * In another way.\n * @module lengths\n */\nexport const long = 12;");
    expect(await shown("import { long } from './lengths'; long")).toEqual([
      ["execute_result", { "text/plain": "12" }],
    ]);
  });

  test("import one another, files and packages; a change reaches those that import it", async () => {
    await shown("/** @module inner */ import { join } from 'path'; export const place = join('a', 'b');");
    await shown(
      "/** @module outer */ import { place } from './inner'; export default class Outer { at = place }",
    );
    expect(await kernel.value("import Outer from './outer'; new Outer().at")).toBe("'a/b'");
    await shown("/** @module inner */ export const place = 'elsewhere';");
    expect(await kernel.value("import Outer from './outer'; new Outer().at")).toBe("'elsewhere'");
  });

  test("a missing export and an error inside are told, in the module's own lines", async () => {
    expect((await kernel.execute("import { none } from './inner'; none")).reply).toMatchObject({
      ename: "SyntaxError",
    });
    await shown("/** @module fails */\n\nthrow new RangeError('at its start');");
    const { reply } = await kernel.execute("import './fails'");
    expect(reply).toMatchObject({ ename: "RangeError", evalue: "at its start" });
    expect((reply as { readonly traceback: readonly string[] }).traceback.join("\n")).toContain(
      "fails.ts:3:",
    );
    expect((await kernel.execute("/** @module bad */ export const = 1")).reply).toMatchObject({
      ename: "SyntaxError",
    });
  });
});

test("TypeScript files beside the notebook, with their ending and without, newly read when they change", async () => {
  mkdirSync(join(folder, "deep"));
  writeFileSync(
    join(folder, "deep/one.ts"),
    "import { two } from '../two'; export const one: number = two - 1;",
  );
  writeFileSync(join(folder, "two.ts"), "export enum Kind { A }; export const two = 2;");
  expect(await kernel.value("import { one } from './deep/one'; one")).toBe("1");
  expect(await kernel.value("import { two } from './two.ts'; two")).toBe("2");
  expect(await kernel.value("import * as again from './two.js'; again.Kind.A")).toBe("0");
  writeFileSync(join(folder, "two.ts"), "export const two = 3;");
  expect(await kernel.value("const { one: changed } = await import('./deep/one'); changed")).toBe("2");
});

describe("JSX", () => {
  test("in a cell that says so, with the function that it names", async () => {
    const code =
      "/** @jsx h */\nconst h = (...all: unknown[]) => all;\nconst shape = <box size={2}>in</box>; shape";
    expect(await kernel.value(code)).toBe("[ 'box', { size: 2 }, 'in' ]");
    const react = "/** @jsx */\nconst React = { createElement: (name: string) => name };\n<box/>";
    expect(await kernel.value(react)).toBe("'box'");
  });

  test("in a module; elsewhere an angle bracket is a type", async () => {
    await shown(
      "/**\n * @module shapes\n * @jsx h\n */\nconst h = (name: string) => name;\nexport const made = <ring/>;",
    );
    expect(await kernel.value("import { made } from './shapes'; made")).toBe("'ring'");
    expect(await kernel.value("<string>made")).toBe("'ring'");
  });
});

test("none of it is held against the cells by the type check", async () => {
  const strict = await KernelClient.start({ cwd: folder, check: "strict" });
  for (const code of [
    "/** @module checked */ export const a: number = 1;",
    "import { a } from './checked'; import { two } from './two'; import * as tslab from 'tslab'; a + two",
    "/** @jsx h */\nconst h = (name: string) => name;\n<box/>",
    "/** @browser */ document.title",
  ])
    expect(await strict.execute(code)).toMatchObject({ reply: { status: "ok" }, stderr: "" });
  expect((await strict.execute("const wrong: string = 1")).reply).toMatchObject({ ename: "TypeCheckError" });
  await strict.stop();
});

test("code for a browser does nothing", async () => {
  expect(await shown("/** @browser */ document.title")).toEqual([]);
});
