import { beforeEach, expect, test } from "vitest";
import { CellCompiler, type CompiledCell } from "../../../../kernel/src/compile/index.js";
import { Breakpoints } from "../../../../kernel/src/front/debug/breakpoints.js";
import { codePath } from "../../../../kernel/src/front/debug/code-path.js";
import { Scripts } from "../../../../kernel/src/front/debug/scripts.js";
import { Sources } from "../../../../kernel/src/front/debug/sources.js";
import { uncompiled } from "./uncompiled.js";

const source = "let a: number = 1;\n// nothing\na + 1";
const cells = new Map<string, CompiledCell>();
let sent: string[];
let scripts: Scripts;
let breakpoints: Breakpoints;

const post = (method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> => {
  const { url, lineNumber, location, breakpointId } = params as Record<string, string> & {
    location?: { scriptId: string; lineNumber: number };
  };
  const place = location ?? { scriptId: url, lineNumber };
  const name = breakpointId ?? `${place.scriptId}:${place.lineNumber}`;
  sent.push(`${method.replace("Debugger.", "")} ${name}`);
  return Promise.resolve({ breakpointId: name, locations: [] });
};

/** The inspector tells of a cell that was compiled. */
const load = (id: string, cell: CompiledCell) => {
  cells.set(cell.url, cell);
  return scripts.add({ scriptId: id, url: cell.url, length: cell.code.length } as never);
};
const compile = (count: number): CompiledCell => new CellCompiler().compile(source, count);

beforeEach(() => {
  sent = [];
  cells.clear();
  scripts = new Scripts((url) => cells.get(url), "/notebooks");
  breakpoints = new Breakpoints(post, scripts, new Sources(post, scripts, uncompiled));
});

test("a breakpoint of an unknown cell waits unverified; before it attaches nothing is set", async () => {
  const path = codePath(source);
  expect(await breakpoints.replace(path, [{ line: 2 }])).toEqual([
    { id: 1, line: 2, verified: false, source: { path } },
  ]);
  await breakpoints.arm(compile(1));
  expect(sent).toEqual([]);
  expect(breakpoints.list()).toEqual([{ source: path, breakpoints: [{ line: 2 }] }]);
});

test("all scripts of one text have it, those that come later before they run", async () => {
  await breakpoints.attach();
  load("11", compile(1));
  load("12", compile(2));
  const [set] = await breakpoints.replace(codePath(source), [{ line: 2 }]);
  expect(set).toMatchObject({ line: 3, verified: true });
  expect(sent).toEqual(["setBreakpoint 11:2", "setBreakpoint 12:2"]);
  sent = [];
  const third = compile(3);
  await breakpoints.arm(third);
  expect(sent).toEqual(["setBreakpointByUrl cell-3.ts:2"]);
  expect(breakpoints.reached(["cell-3.ts:2"])).toEqual([set!.id]);
  await breakpoints.loaded(load("13", third));
  expect(sent).toEqual(["setBreakpointByUrl cell-3.ts:2"]);
});

test("before other code gets a script's name, its breakpoints become its own", async () => {
  await breakpoints.attach();
  const [set] = await breakpoints.replace(codePath(source), [{ line: 3 }]);
  const cell = compile(3);
  await breakpoints.arm(cell);
  await breakpoints.loaded(load("13", cell));
  sent = [];
  await breakpoints.arm(new CellCompiler().compile("other()", 3));
  expect(sent).toEqual(["removeBreakpoint cell-3.ts:2", "setBreakpoint 13:2"]);
  expect(breakpoints.reached(["cell-3.ts:2"])).toEqual([]);
  expect(breakpoints.reached(["13:2"])).toEqual([set!.id]);
});

test("one that came too late to be armed is set once the script is there", async () => {
  await breakpoints.attach();
  const cell = compile(4);
  await breakpoints.arm(cell);
  await breakpoints.replace(codePath(source), [{ line: 3 }]);
  await breakpoints.loaded(load("14", cell));
  expect(sent).toEqual(["setBreakpoint 14:2"]);
});

test("new ones take the place of the old, and detaching forgets them", async () => {
  await breakpoints.attach();
  load("11", compile(1));
  await breakpoints.replace(codePath(source), [{ line: 1 }]);
  await breakpoints.replace(codePath(source), []);
  expect(sent).toEqual(["setBreakpoint 11:0", "removeBreakpoint 11:0"]);
  await breakpoints.replace(codePath(source), [{ line: 1 }]);
  breakpoints.detach();
  expect(breakpoints.list()).toEqual([]);
});

test("one that was set before attaching is set then; hits are counted", async () => {
  load("11", compile(1));
  await breakpoints.replace(codePath(source), [{ line: 3, hitCondition: "2" }]);
  await breakpoints.attach();
  expect(sent).toEqual(["setBreakpoint 11:2"]);
  expect(breakpoints.reached(["11:2"])).toEqual([]);
  expect(breakpoints.reached(["11:2"])).toHaveLength(1);
});

test("a file's is set by its address, as asked", async () => {
  await breakpoints.attach();
  expect(await breakpoints.replace("/notebooks/helper.js", [{ line: 7 }])).toMatchObject([
    { line: 7, verified: true },
  ]);
  expect(sent).toEqual(["setBreakpointByUrl file:///notebooks/helper.js:6"]);
});
