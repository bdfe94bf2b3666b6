import { expect, test } from "vitest";
import { Scripts } from "../../../../kernel/src/front/debug/scripts.js";
import { frameScopes, stackFrame, visibleFrames } from "../../../../kernel/src/front/debug/stack.js";
import { Variables } from "../../../../kernel/src/front/debug/variables.js";

const scripts = new Scripts(() => undefined, "/notebooks");
scripts.add({ scriptId: "1", url: "file:///notebooks/own.js" } as never);
scripts.add({ scriptId: "2", url: "file:///lib/index.js" } as never);

const call = (
  scriptId: string,
  functionName: string,
  scopes: readonly string[],
  self: object = { type: "undefined" },
) =>
  ({
    callFrameId: functionName,
    functionName,
    location: { scriptId, lineNumber: 4, columnNumber: 2 },
    scopeChain: scopes.map((type) => ({ type, object: { type: "object", objectId: type } })),
    this: self,
  }) as never;

test("libraries' calls are seen only where the user wants them, and are marked", () => {
  const calls = [call("2", "inner", []), call("1", "outer", ["local"]), call("unknown", "", [])];
  const mine = visibleFrames(calls, scripts, { onlyMine: true, firstId: 5 });
  expect(mine.map(stackFrame)).toEqual([
    { id: 5, name: "outer", line: 5, column: 3, source: { name: "own.js", path: "/notebooks/own.js" } },
  ]);
  const [library] = visibleFrames(calls, scripts, { onlyMine: false, firstId: 0 });
  expect(stackFrame(library!)).toMatchObject({ name: "inner", presentationHint: "subtle" });
});

test("a call without a name is an unnamed function, or the top of its file", () => {
  const named = (scopes: readonly string[]) =>
    stackFrame(visibleFrames([call("1", "", scopes)], scripts, { onlyMine: true, firstId: 0 })[0]!).name;
  expect(named(["local", "global"])).toBe("(anonymous)");
  expect(named(["block", "script", "global"])).toBe("own.js");
});

test("a function's blocks are its own variables; the session's come last", () => {
  const variables = new Variables(
    () => expect.unreachable(),
    () => expect.unreachable(),
  );
  const scopesOf = (types: readonly string[], self?: object) => {
    const [frame] = visibleFrames([call("1", "f", types, self)], scripts, { onlyMine: true, firstId: 0 });
    return frameScopes(frame!, variables).map(({ name, variablesReference }) => {
      const held = variables.held(variablesReference);
      return [name, held?.kind === "scope" ? held.objectIds : held?.kind];
    });
  };
  expect(scopesOf(["block", "catch", "local", "closure", "closure", "script", "global"])).toEqual([
    ["Locals", ["block", "catch", "local"]],
    ["Closure", ["closure", "closure"]],
    ["Globals", "globals"],
  ]);
  expect(scopesOf(["script", "global"])).toEqual([["Globals", "globals"]]);
  expect(scopesOf(["module", "global"], { type: "object", className: "Box" })).toEqual([
    ["Locals", []],
    ["Module", ["module"]],
    ["Globals", "globals"],
  ]);
});
