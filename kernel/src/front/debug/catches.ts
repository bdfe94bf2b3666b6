import type { Debugger, Runtime } from "node:inspector";
import type { AnyNode } from "acorn";
import type { RunPlace } from "./inspector.js";
import type { Script } from "./scripts.js";
import { visitCode, type Body } from "./syntax-tree.js";

/** Where a program is: the calls that are going on, and those that wait for them. */
export interface Whereabouts {
  readonly callFrames: readonly { readonly location: Debugger.Location }[];
  readonly asyncStackTrace?: Runtime.StackTrace;
}

/** Whether a call in a cell stands inside of a `try` with a `catch`, so that an error which leaves it ends there. */
export function isCaught(stop: Whereabouts, scriptOf: (id: string) => Script): boolean {
  return [...places(stop)].some(({ scriptId, ...at }) => {
    const { cell } = scriptOf(scriptId);
    return cell !== undefined && inTry(cell.code, at);
  });
}

/** The calls one after the other, the innermost first. */
function* places({ callFrames, asyncStackTrace }: Whereabouts): Generator<RunPlace & { scriptId: string }> {
  for (const { location } of callFrames) yield { columnNumber: 0, ...location };
  for (let at = asyncStackTrace; at !== undefined; at = at.parent) yield* at.callFrames;
}

interface Range {
  readonly node: AnyNode;
  readonly body: Body;
}

function inTry(code: string, { lineNumber, columnNumber }: RunPlace): boolean {
  const holds = ({ loc }: AnyNode): boolean =>
    !isBefore(lineNumber + 1, columnNumber, loc!.start) && isBefore(lineNumber + 1, columnNumber, loc!.end);
  const tries: Range[] = [];
  let innermost: Body | undefined;
  visitCode(code, (node, body) => {
    if (!holds(node)) return;
    if (/^Program$|Function/.test(node.type)) innermost = node;
    if (node.type === "TryStatement" && node.handler && holds(node.block)) tries.push({ node, body });
  });
  return tries.some(({ body }) => body === innermost);
}

function isBefore(
  line: number,
  column: number,
  mark: { readonly line: number; readonly column: number },
): boolean {
  return line < mark.line || (line === mark.line && column < mark.column);
}
