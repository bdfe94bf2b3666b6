import type { DebugProtocol } from "@vscode/debugprotocol";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { DebugClient } from "../support/debug-client.js";

let client: DebugClient;
beforeAll(async () => {
  client = await DebugClient.start();
});
afterAll(async () => {
  await client.stop();
  expect(client.kernel.problems).toEqual([]);
});
beforeEach(async () => {
  await client.attach();
});
afterEach(async () => {
  await client.ask("disconnect", {});
});

test("variables are set where they are: in a function, in an object, in the session", async () => {
  const code =
    "let shared = 1;\n(function (own: number) {\n  const box = { n: 1, list: [1, 2] };\n  debugger;\n  return own + box.n + box.list[1]! + shared;\n})(1)";
  const run = await client.begin(code);
  await client.stopped();
  const locals = await client.scope("Locals");
  const box = locals.find(({ name }) => name === "box")!;
  const list = (await client.inside(box)).find(({ name }) => name === "list")!;
  const set = (reference: number, name: string, value: string): Promise<object> =>
    client.ask("setVariable", { variablesReference: reference, name, value });
  expect(await set((await client.scopes()).get("Locals")!, "own", "10 as number")).toMatchObject({
    value: "10",
  });
  await set(box.variablesReference, "n", "own * 10");
  await set(list.variablesReference, "1", "1000");
  await set((await client.scopes()).get("Globals")!, "shared", "10_000");
  await client.go("continue");
  expect(await client.result(run)).toBe("11110");
});

test("a local is copied to the session, over a variable of the same name too", async () => {
  await client.kernel.execute("let mine = 'before';");
  const run = await client.begin("((mine: string, fresh: number) => {\n  debugger;\n})('copied', 7)");
  await client.stopped();
  const [frame] = await client.frames();
  for (const name of ["mine", "fresh"])
    await client.ask("copyToGlobals", {
      srcVariableName: name,
      dstVariableName: name,
      srcFrameId: frame!.id,
    });
  expect(await client.ask("richInspectVariables", { variableName: "mine", frameId: frame!.id })).toEqual({
    data: { "text/plain": '"copied"' },
    metadata: {},
  });
  await client.go("continue");
  await client.kernel.finish(run);
  expect(await client.kernel.value("[mine, fresh]")).toBe("[ 'copied', 7 ]");
  expect(await client.ask("richInspectVariables", { variableName: "fresh" })).toMatchObject({
    data: { "text/plain": "7" },
  });
});

test("long lists come in parts, maps as their entries; no getter runs", async () => {
  const code = [
    "(() => {",
    "  const big = new Float32Array(16_000_000).fill(0.5);",
    "  const list = Array.from({ length: 250 }, (_, i) => i);",
    "  const map = new Map<unknown, unknown>([['a', 1], [{ k: 1 }, 'two']]);",
    "  const odd = { get never() { throw new Error('ran') }, 1: 'one', nested: { deep: [1] } };",
    "  debugger;",
    "})()",
  ].join("\n");
  const run = await client.begin(code);
  await client.stopped();
  const locals = new Map((await client.scope("Locals")).map((variable) => [variable.name, variable]));
  const inside = (name: string): Promise<DebugProtocol.Variable[]> => client.inside(locals.get(name)!);
  expect(locals.get("big")).toMatchObject({ indexedVariables: 16_000_000 });
  expect(locals.get("big")!.value).toMatch(/^Float32Array\(16000000\) \[0.5, /);
  const [million] = await inside("big");
  expect(million).toMatchObject({ name: "[0 … 999999]" });
  const [tenThousand] = await client.inside(million!);
  const [hundred] = await client.inside(tenThousand!);
  expect((await client.inside(hundred!)).at(-1)).toMatchObject({ name: "99", value: "0.5" });
  expect((await inside("list")).map(({ name }) => name)).toEqual(["[0 … 99]", "[100 … 199]", "[200 … 249]"]);
  const page = { variablesReference: locals.get("list")!.variablesReference, start: 240, count: 100 };
  const { variables } = (await client.ask("variables", page)) as { variables: DebugProtocol.Variable[] };
  expect(variables.map(({ value }) => value)).toEqual("240 241 242 243 244 245 246 247 248 249".split(" "));
  expect(await inside("map")).toMatchObject([
    { name: '"a"', value: "1" },
    { name: "Object {k: 1}", value: '"two"' },
  ]);
  expect(await inside("odd")).toMatchObject([
    { name: "1", value: '"one"' },
    { name: "never", value: "(getter)" },
    { name: "nested", value: "Object {deep: Array(1)}" },
  ]);
  await client.go("continue");
  await client.kernel.finish(run);
});

test("sources: a cell's text, the loaded files, and no others", async () => {
  const code = "1 as number";
  const path = await client.breakOn(code, []);
  expect(await client.ask("source", { source: { path }, sourceReference: 0 })).toMatchObject({
    content: code,
  });
  await client.kernel.execute('import { parse } from "acorn";');
  const { modules } = (await client.ask("modules")) as { modules: DebugProtocol.Module[] };
  const acorn = modules.find(({ path: file }) => /acorn\.mjs$/.test(file ?? ""))!;
  const { content } = (await client.ask("source", { source: acorn })) as { content: string };
  expect(content).toContain("parseExpressionAt");
  expect(await client.request("source", { source: { path: process.execPath } })).toMatchObject({
    success: false,
  });
});
