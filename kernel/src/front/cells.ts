import type { CompiledCell } from "../compile/index.js";
import { failure, type EngineName, type ErrorContent, type Thrown } from "../messages/index.js";

/** What the front door uses of the compiler, loaded after the first answer has gone out. */
export interface Compile {
  readonly compiler: {
    compile(source: string, count: number): CompiledCell;
    commit(cell: CompiledCell): void;
  };
  mapStack(stack: string, cells: ReadonlyMap<string, CompiledCell>): string[];
  problem(error: unknown): (ErrorContent & { readonly status: "error" }) | undefined;
}

/** Loads the compiler of an engine's cells. */
export async function loadCompile(folder: string, engine: EngineName = "repl"): Promise<Compile> {
  const { AsTyped, CellCompiler, CellSyntaxError, mapStack } = await import("../compile/index.js");
  return {
    compiler: engine === "repl" ? new CellCompiler({ folder }) : new AsTyped(),
    mapStack,
    problem: (error) =>
      error instanceof CellSyntaxError
        ? failure("SyntaxError", error.message, [...error.frame.split("\n"), `SyntaxError: ${error.message}`])
        : undefined,
  };
}

/** A line of a stack that is in a cell. */
const stackLine = /^\s+at .*\bcell-\d+\.ts:\d+:\d+/m;

/** The cells of the session as they were compiled, for the stacks of their errors. */
export class Cells {
  private readonly byUrl = new Map<string, CompiledCell>();
  /** The cells that ran, newest first, with their code as typed. */
  private readonly committed: (CompiledCell & { readonly source: string })[] = [];
  private readonly compile: Promise<Compile>;
  private loaded: Compile | undefined;

  constructor(compile: Promise<Compile>) {
    this.compile = compile;
  }

  /** Printed text; where it holds the stack of an error, that is told as {@link told} would. */
  printed(text: string): string {
    if (this.loaded === undefined || !stackLine.test(text)) return text;
    return this.loaded.mapStack(text, this.byUrl).join("\n");
  }

  /** Compiles a cell, or says why it can't be. */
  async compiled(
    source: string,
    count: number,
  ): Promise<CompiledCell | (ErrorContent & { readonly status: "error" })> {
    this.loaded = await this.compile;
    const { compiler, problem } = this.loaded;
    try {
      const cell = compiler.compile(source, count);
      this.byUrl.set(cell.url, cell);
      return cell;
    } catch (error) {
      const told = problem(error);
      if (told === undefined) throw error;
      return told;
    }
  }

  /** The newest cell that was compiled under a script's name. */
  at(url: string): CompiledCell | undefined {
    return this.byUrl.get(url);
  }

  /** Names of all variables that cells have declared, those of the newest cell first. */
  names(): readonly string[] {
    return [...new Set(this.committed.flatMap(({ declares }) => declares))];
  }

  /** Code of the newest cell that declares `name`. */
  declaring(name: string): string | undefined {
    return this.committed.find(({ declares }) => declares.includes(name))?.source;
  }

  /** Notes that a cell's names are there now. */
  async commit(cell: CompiledCell, source: string): Promise<void> {
    this.committed.unshift({ ...cell, source });
    (await this.compile).compiler.commit(cell);
  }

  /** An error as the user should read it: cells' places as typed, the kernel's own frames left out. */
  async told({ ename, evalue, stacks }: Thrown): Promise<ErrorContent & { readonly status: "error" }> {
    const { mapStack } = await this.compile;
    return failure(
      ename,
      evalue,
      stacks.flatMap((stack) => mapStack(stack, this.byUrl)),
    );
  }
}
