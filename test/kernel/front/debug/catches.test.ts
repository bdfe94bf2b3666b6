import { expect, test } from "vitest";
import { isCaught } from "../../../../kernel/src/front/debug/catches.js";
import type { Script } from "../../../../kernel/src/front/debug/scripts.js";
import { visitCode } from "../../../../kernel/src/front/debug/syntax-tree.js";

const code = [
  "try { a() } catch {}",
  "try { a() } finally {}",
  "try {} catch { a() }",
  "try { f(() => a()) } catch {}",
  "async function g() { try { await a() } catch (e) {} }",
  "a()",
].join("\n");
const script = { cell: { code } } as unknown as Script;
const at = (lineNumber: number, scriptId = "1") => ({
  scriptId,
  lineNumber,
  columnNumber: code.split("\n")[lineNumber]!.indexOf("a()"),
});

test.each([
  [0, true],
  [1, false],
  [2, false],
  [3, false],
  [4, true],
  [5, false],
])("a call in line %i: %s", (line, caught) => {
  expect(isCaught({ callFrames: [{ location: at(line) }] }, () => script)).toBe(caught);
});

test("the calls that wait count too, those in libraries don't", () => {
  const trace = (line: number, id?: string) => ({
    callFrames: [{ functionName: "", url: "", ...at(line, id) }],
  });
  const of = (id: string): Script => (id === "1" ? script : ({} as Script));
  const callFrames = [{ location: at(5) }];
  expect(isCaught({ callFrames, asyncStackTrace: { ...trace(5), parent: trace(0) } }, of)).toBe(true);
  expect(isCaught({ callFrames, asyncStackTrace: trace(0, "2") }, of)).toBe(false);
});

test("every node is visited with the function whose code it is", () => {
  const bodies: string[] = [];
  visitCode("f(); async () => { await g() }", (node, body) => {
    if (node.type === "CallExpression") bodies.push(body.type);
  });
  expect(bodies).toEqual(["Program", "ArrowFunctionExpression"]);
});
