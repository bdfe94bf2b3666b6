import type { Debugger, Runtime } from "node:inspector";
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { TypedPlace } from "./break-places.js";
import type { Script, Scripts } from "./scripts.js";
import type { Variables } from "./variables.js";

/** A call that is going on, as the user may see it. */
export interface Frame {
  readonly id: number;
  readonly script: Script;
  readonly place: TypedPlace;
  readonly call: Debugger.CallFrame;
}

/**
 * The calls that the user may see, the innermost first: those of cells and of files beside the notebook, with
 * `onlyMine` off those of libraries too.
 * @param firstId their ids go up from here, so that one of an earlier stop is never taken for one of this
 */
export function visibleFrames(
  calls: readonly Debugger.CallFrame[],
  scripts: Scripts,
  { onlyMine, firstId }: { readonly onlyMine: boolean; readonly firstId: number },
): Frame[] {
  return calls
    .map((call) => ({ call, script: scripts.get(call.location.scriptId) }))
    .filter(({ script: { whose } }) => whose !== "hidden" && !(onlyMine && whose === "library"))
    .map(({ call, script }, at) => {
      const place = scripts.typed(call.location) ?? { line: 1, column: 1 };
      return { id: firstId + at, script, place, call };
    });
}

/** A frame as front ends know it. */
export function stackFrame({ id, script, place, call }: Frame): DebugProtocol.StackFrame {
  const isTop = call.functionName === "" && !call.scopeChain.some(({ type }) => type === "local");
  return {
    id,
    name: isTop ? script.name : call.functionName || "(anonymous)",
    line: place.line,
    column: place.column,
    source: { name: script.name, path: script.path },
    ...(script.whose === "library" && { presentationHint: "subtle" as const }),
  };
}

/** The name of the scope that holds the session's variables; front ends tell it from the others by this. */
const globalsName = "Globals";

/** V8's scopes that a reader takes for the variables of the function itself. */
const inner = new Set(["block", "catch", "with", "eval", "local"]);

/** What a frame sees: its own variables, those of the functions around it, and the session's. */
export function frameScopes({ call }: Frame, variables: Variables): DebugProtocol.Scope[] {
  const around = (types: ReadonlySet<string>): readonly string[] =>
    chain.filter(({ type }) => types.has(type)).flatMap(({ object: { objectId } }) => objectId ?? []);
  const named = (
    name: string,
    types: ReadonlySet<string>,
    self?: Runtime.RemoteObject,
  ): DebugProtocol.Scope[] => {
    const objectIds = around(types);
    if (objectIds.length === 0 && self === undefined) return [];
    const held = { kind: "scope", objectIds, callFrameId: call.callFrameId, ...(self && { self }) } as const;
    return [{ name, variablesReference: variables.hold(held), expensive: false }];
  };
  const chain = call.scopeChain;
  const self = call.this.type === "object" && call.this.className !== "global" ? call.this : undefined;
  return [
    ...named("Locals", inner, self),
    ...named("Closure", new Set(["closure"])),
    ...named("Module", new Set(["module"])),
    { name: globalsName, variablesReference: variables.hold({ kind: "globals" }), expensive: false },
  ];
}
