import { Session, type Runtime } from "node:inspector";
import { createContext } from "node:vm";
import { onTestFinished } from "vitest";
import { CellCompiler, mapStack } from "../../../kernel/src/compile/index.js";
import type { CompiledCell, ImportOptions } from "../../../kernel/src/compile/index.js";
import { pickExports } from "../../../kernel/src/session/pick-exports.js";
import { stripWithOxc } from "../../../kernel/src/compile/strip-oxc.js";
import { stripWithSucrase } from "../../../kernel/src/compile/strip-sucrase.js";
import type { Stripper } from "../../../kernel/src/compile/types.js";

/** Both ways to remove types; every case must hold for each. */
export const strippers: [string, Stripper][] = [
  ["oxc", (await stripWithOxc())!],
  ["sucrase", stripWithSucrase],
];

/** Folder that `import.meta` of the cells under test speaks of. */
export const folder = "/data/ö x";

let opened = 0;

/** A session as the kernel runs it, made small: cells are compiled, evaluated in V8's REPL mode and committed. */
export class Repl {
  readonly compiler: CellCompiler;
  readonly cells = new Map<string, CompiledCell>();
  readonly scope: Record<string, unknown> = { box: [] };
  private readonly session = new Session();
  private readonly context: Promise<number>;
  private count = 0;

  constructor(stripper: Stripper) {
    this.compiler = new CellCompiler({ folder, stripper });
    this.scope["__import"] = async (name: string, options: ImportOptions = {}) =>
      pickExports(
        (await import(/* @vite-ignore */ name, options as ImportCallOptions)) as Record<string, unknown>,
        name,
        options.names,
      );
    this.session.connect();
    onTestFinished(() => this.session.disconnect());
    this.context = this.openContext(`repl ${++opened}`);
  }

  /** Runs a cell and gives the value of its last expression. Throws the cell's own error, its stack mapped. */
  async run(source: string): Promise<unknown> {
    const cell = this.compiler.compile(source, ++this.count);
    this.cells.set(cell.url, cell);
    const { result, exceptionDetails } = await this.evaluate(cell.code);
    if (exceptionDetails === undefined) {
      this.compiler.commit(cell);
      const value = await this.fetch(result);
      return cell.hasValue ? value : undefined;
    }
    const error = (await this.fetch(exceptionDetails.exception!)) as Error;
    if (exceptionDetails.exception?.className !== "SyntaxError") this.compiler.commit(cell);
    error.stack = mapStack(error.stack!, this.cells).join("\n");
    throw error;
  }

  /** Runs cells one after another and gives the last one's value. */
  async all(...sources: string[]): Promise<unknown> {
    let value: unknown;
    for (const source of sources) value = await this.run(source);
    return value;
  }

  private openContext(name: string): Promise<number> {
    return new Promise((resolve) => {
      this.session.on("Runtime.executionContextCreated", ({ params }) => {
        if (params.context.name === name) resolve(params.context.id);
      });
      this.session.post("Runtime.enable");
      createContext(this.scope, { name });
    });
  }

  private async evaluate(expression: string): Promise<Runtime.EvaluateReturnType> {
    const contextId = await this.context;
    return new Promise((resolve, reject) =>
      this.session.post(
        "Runtime.evaluate",
        { expression, contextId, replMode: true, awaitPromise: true },
        (error, result) =>
          error === null ? resolve(result as Runtime.EvaluateReturnType) : reject(new Error(error.message)),
      ),
    );
  }

  /** The value itself, not its description. */
  private async fetch({ objectId, value }: Runtime.RemoteObject): Promise<unknown> {
    if (objectId === undefined) return value;
    const box: unknown[] = (this.scope["box"] = []);
    await new Promise((resolve) =>
      this.session.post(
        "Runtime.callFunctionOn",
        { functionDeclaration: "function () { globalThis.box.push(this) }", objectId },
        resolve,
      ),
    );
    return box[0];
  }
}
