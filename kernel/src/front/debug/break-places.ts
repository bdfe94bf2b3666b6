import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { AnyNode } from "acorn";
import type { CompiledCell } from "../../compile/index.js";
import type { RunPlace } from "./inspector.js";
import { visitCode } from "./syntax-tree.js";

/** A place in a cell as typed; lines and columns count from 1. */
export interface TypedPlace {
  readonly line: number;
  readonly column: number;
}

/** A place in a cell at which it can stop, both as typed and as it runs. */
export interface BreakPlace extends TypedPlace {
  readonly at: RunPlace;
}

/** Knows of a compiled cell which place as typed belongs to which place that runs. */
export class BreakPlaces {
  private readonly map: TraceMap;
  private readonly places: readonly BreakPlace[];

  constructor({ code, map }: Pick<CompiledCell, "code" | "map">) {
    this.map = new TraceMap({ ...map });
    // without a map the code is what the user typed: an engine that compiles by itself runs something else
    this.places = (map.mappings === "" ? [] : stops(code))
      .flatMap((at) => {
        const typed = this.typed(at);
        return typed === undefined ? [] : [{ ...typed, at }];
      })
      .sort((a, b) => a.line - b.line || a.column - b.column);
  }

  /** Where a breakpoint on a line stops: at the first statement that begins there, or else on a later line. */
  onLine(line: number): BreakPlace | undefined {
    return this.places.find((place) => place.line >= line);
  }

  /** Every place from one line to another at which the cell can stop. */
  between(line: number, lastLine: number): readonly BreakPlace[] {
    return this.places.filter((place) => place.line >= line && place.line <= lastLine);
  }

  /** Where a place that runs was typed; `undefined` for code that the compiler added. */
  typed({ lineNumber, columnNumber }: RunPlace): TypedPlace | undefined {
    const { line, column } = originalPositionFor(this.map, { line: lineNumber + 1, column: columnNumber });
    return line === null ? undefined : { line, column: column + 1 };
  }
}

/** Statements that do nothing by themselves; a breakpoint on one goes on to the next. */
const idle = new Set(["BlockStatement", "EmptyStatement", "FunctionDeclaration", "ClassDeclaration"]);

/** Where the statements of a program begin, and the bodies of arrow functions that are an expression. */
function stops(code: string): RunPlace[] {
  const found: RunPlace[] = [];
  const add = ({ loc }: AnyNode): void => {
    found.push({ lineNumber: loc!.start.line - 1, columnNumber: loc!.start.column });
  };
  visitCode(code, (node) => {
    if (node.type === "ArrowFunctionExpression" && node.expression) add(node.body);
    if (/Statement$|Declaration$/.test(node.type) && !idle.has(node.type) && acts(node)) add(node);
  });
  return found;
}

/** A declaration without a value and a directive have nothing at which to stop. */
function acts(node: AnyNode): boolean {
  if (node.type === "VariableDeclaration") return node.declarations.some(({ init }) => init);
  return node.type !== "ExpressionStatement" || node.directive === undefined;
}
