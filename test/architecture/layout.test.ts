import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { widgetNames } from "../../widgets/src/protocol/index.js";
import { committableFiles, readText, repositoryRoot, sourceFiles, type TextFile } from "../support/tree.js";
import {
  defaultExports,
  importedByMirror,
  lacking,
  tooLong,
  undocumented,
  untested,
} from "./layout-rules.js";
import { stageNames } from "./rooms.js";

const has = (path: string): boolean => existsSync(join(repositoryRoot, path));
const files = committableFiles();
const sources = sourceFiles();

/** Names directly below a folder of the committed tree. */
function below(folder: string): string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const inside = files.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  return [...new Set(inside.map((path) => path.split("/")[0]!))].sort();
}

const libRooms =
  "core array compute math model fourier image io forward inverse simulate neural stages pipeline";
const testRooms =
  "support architecture lib kernel widgets setup conformance notebooks end-to-end golden real-data bench";
const rootFiles =
  "package.json package-lock.json tsconfig.json tsconfig.base.json eslint.config.js vitest.config.ts " +
  ".gitignore .npmrc .prettierignore .prettierrc.json .gitattributes .editorconfig " +
  "README.md CONTRIBUTING.md CHANGELOG.md LICENSE CITATION.cff";

describe("only the rooms of the design exist", () => {
  test.each([
    ["", `${rootFiles} .ci lib kernel widgets notebooks test binder setup`],
    [
      "lib",
      "src package.json tsconfig.json LICENSE README.md CONVENTIONS.md METHODS.md methods.json decisions",
    ],
    ["lib/src", `${libRooms} index.ts`],
    ["lib/src/stages", `${stageNames.join(" ")} index.ts`],
    ["kernel", "src package.json tsconfig.json LICENSE README.md"],
    ["kernel/src", "main.ts front wire messages session compile language cell controls install"],
    ["widgets/src", "protocol host view draw labextension"],
    ["test", `${testRooms} tsconfig.json`],
  ])("in %s/", (folder, allowed) => {
    expect(below(folder).length).toBeGreaterThan(0);
    expect(below(folder).filter((name) => !allowed.split(" ").includes(name))).toEqual([]);
  });
});

describe("every folder of a kind has the same shape", () => {
  /** Folders below a room, or none while the room isn't there. */
  const foldersOf = (room: string): string[] => {
    const at = join(repositoryRoot, room);
    if (!existsSync(at)) return [];
    const entries = readdirSync(at, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${room}/${name}`);
  };
  /** A folder is a format when it reads a header; `compress` and the like stand beside the formats. */
  const formats = foldersOf("lib/src/io").filter((folder) => has(`${folder}/header.ts`));

  test("a stage has an index, options and a result", () => {
    expect(lacking(foldersOf("lib/src/stages"), ["index.ts", "options.ts", "result.ts"], has)).toEqual([]);
  });
  test("a format has a header, a reader and the way to the model; a writer, where it is written", () => {
    expect(has("lib/src/io") ? formats : ["none yet"]).not.toEqual([]);
    expect(lacking(formats, ["header.ts", "read.ts", "to-model.ts"], has)).toEqual([]);
  });
  test("a view has an index", () => {
    const views = widgetNames.map((name) => `widgets/src/view/${name}`);
    expect(lacking(views, ["index.ts"], has)).toEqual([]);
  });
});

describe("every source", () => {
  test("with code has a test that mirrors it", () => {
    const tests = files.filter((path) => path.endsWith(".test.ts")).map((path) => readText(path));
    expect(untested(sources, has, importedByMirror(tests))).toEqual([]);
  });
  test("is at most 300 lines long, tests, set-up and kernels included", () => {
    const others = files
      .filter((path) => /^(test|setup|lib\/src\/compute\/wasm\/assembly)\/.*\.(ts|mjs)$/.test(path))
      .map((path) => readText(path));
    // the public surface is a list of names, as long as there are names
    const listed = sources.filter(({ path }) => path !== "lib/src/index.ts");
    expect(tooLong([...listed, ...others])).toEqual([]);
  });
  test("of library and kernel exports by name", () => {
    expect(defaultExports(sources.filter(({ path }) => !path.startsWith("widgets/")))).toEqual([]);
  });
  test("documents the functions that it exports", () => {
    expect(undocumented(sources)).toEqual([]);
  });
});

describe("the rules find what is forbidden", () => {
  const file = (text: string, path = "lib/src/core/a.ts"): TextFile[] => [{ path, text }];
  const nowhere = (): boolean => false;
  const only =
    (...there: string[]) =>
    (path: string): boolean =>
      there.includes(path);

  test("code without a test", () => {
    const text = "export function f(): number { return 1; }";
    expect(untested(file(text), nowhere)).toHaveLength(1);
    expect(untested(file("export const f = (): number => 1;"), nowhere)).toHaveLength(1);
    expect(untested(file("export class A {}"), nowhere)).toHaveLength(1);
    expect(untested(file(text), only("test/lib/core/a.test.ts"))).toEqual([]);
    expect(untested(file(text), only("test/lib/core.test.ts"))).toHaveLength(1);
    expect(untested(file(text, "lib/src/io/mrc/read.ts"), only("test/lib/io/mrc.test.ts"))).toEqual([]);
    expect(untested(file(text, "lib/src/io/mrc/read.ts"), only("test/lib/io.test.ts"))).toHaveLength(1);
    const test = (path: string): ReadonlySet<string> =>
      importedByMirror([{ path, text: 'import { f } from "../../../lib/src/core/a.js";' }]);
    expect(untested(file(text), nowhere, test("test/lib/core/others.test.ts"))).toEqual([]);
    expect(untested(file(text), nowhere, test("test/lib/array/others.test.ts"))).toHaveLength(1);
    expect(untested(file("export interface A { b(): void }\nexport const c = 1;"), nowhere)).toEqual([]);
  });
  test("a file that is too long", () => {
    expect(tooLong(file("x\n".repeat(300)))).toEqual([]);
    expect(tooLong(file("x\n".repeat(301)))).toEqual(["lib/src/core/a.ts: 301 lines"]);
    expect(tooLong(file(`/** @generated */\n${"x\n".repeat(301)}`))).toEqual([]);
  });
  test("a default export", () => {
    expect(defaultExports(file("export default 1;"))).toHaveLength(1);
    expect(defaultExports(file("export default function f() {}"))).toHaveLength(1);
    expect(defaultExports(file("const a = 1;\nexport { a as default };"))).toHaveLength(1);
    expect(defaultExports(file("export const a = 1;"))).toEqual([]);
  });
  test("a function without a doc comment", () => {
    expect(undocumented(file("export function f() {}"))).toHaveLength(1);
    expect(undocumented(file("// no doc comment\nexport const f = () => 1;"))).toHaveLength(1);
    expect(undocumented(file("/** Says what. */\nexport function f() {}\nfunction g() {}"))).toEqual([]);
    const overloads = "/** Says what. */\nexport function f(): void;\nexport function f(a?: number): void {}";
    expect(undocumented(file(overloads))).toEqual([]);
  });
  test("a folder without one of its files", () => {
    expect(lacking(["a"], ["x.ts", "y.ts"], only("a/x.ts"))).toEqual(["a: no y.ts"]);
  });
});
