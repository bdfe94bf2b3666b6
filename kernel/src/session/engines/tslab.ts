import { AsyncLocalStorage } from "node:async_hooks";
import process from "node:process";
import type { LanguageAnswer, LanguageQuestion } from "../../messages/index.js";
import type { Engine, Evaluated } from "./engine.js";
import { ReplEngine } from "./repl.js";
import { SturdyConverter } from "./tslab-converter.js";
import { loadTslab, replaceTslabApi, type TslabPackage } from "./tslab-package.js";
import type { Executor } from "./tslab-types.js";

/** What tslab's compiler or the user's code has against a cell. */
interface Report {
  value: unknown;
  readonly problems: unknown[][];
}

/** What a cell's own error is called where tslab's compiler refuses the cell. */
class TypeScriptError extends Error {
  override readonly name = "TypeScriptError";
}

/** Begins the call by which tslab reports a finding of its compiler: file, line, column, sentence. */
const findingFormat = "%s%d:%d - %s";

export interface TslabEngineOptions {
  /** Folder of the notebook. */
  readonly folder: string;
  /** Where the package tslab is looked for, in this order. */
  readonly packages: readonly string[];
  /** What `import "tslab"` gives to cells, by the version of TypeScript that they are compiled with. */
  readonly api: (typescript: string) => object;
}

/**
 * Runs cells as tslab does: checked and compiled by tslab's converter, run by its executor, and what they declare
 * kept as properties of one object. Inside the console's own evaluation, so that cells can be stopped as others can.
 */
export class TslabEngine implements Engine {
  private readonly repl = new ReplEngine();
  private readonly reports = new AsyncLocalStorage<Report>();
  private readonly options: TslabEngineOptions;
  private loaded: { readonly tslab: TslabPackage; readonly executor: Executor } | undefined;

  constructor(options: TslabEngineOptions) {
    this.options = options;
  }

  /** The compiler takes a second or more to begin. */
  prepare(): void {
    this.answer({ about: "complete", code: "", cursor: 0 });
  }

  async evaluate(code: string): Promise<Evaluated> {
    const report: Report = { value: undefined, problems: [] };
    const run = (): Promise<boolean> => this.reports.run(report, () => this.machine().executor.execute(code));
    const done = await this.repl.call(run);
    if (done.kind !== "value") return done;
    if (done.value !== true) return { kind: "thrown", error: errorOf(report.problems) };
    for (const problem of report.problems) process.stderr.write(`${finding(problem)}\n`);
    return { kind: "value", value: report.value };
  }

  terminate(): void {
    this.repl.terminate();
  }

  leave(): void {
    this.loaded?.executor.interrupt();
  }

  answer(question: LanguageQuestion): LanguageAnswer {
    try {
      return this.answered(question);
    } catch {
      return null; // without tslab, or where its compiler stumbles, others answer
    }
  }

  private answered(question: LanguageQuestion): LanguageAnswer {
    const { tslab, executor } = this.machine();
    if (question.about === "is-complete") {
      const { completed, indent = "" } = tslab.isCompleteCode(question.code);
      return completed ? { status: "complete" } : { status: "incomplete", indent };
    }
    const { code, cursor } = question;
    if (question.about === "complete") {
      const { candidates: matches, start, end } = executor.complete(code, cursor);
      return { matches, start, end };
    }
    const info = executor.inspect(code, cursor);
    return info === undefined ? null : { text: tslab.printQuickInfo(info) };
  }

  /** tslab, loaded at the first call; a call that finds it missing looks for it again the next time. */
  private machine(): NonNullable<typeof this.loaded> {
    if (this.loaded !== undefined) return this.loaded;
    const { folder, packages, api } = this.options;
    const tslab = loadTslab(packages);
    replaceTslabApi(packages, api(tslab.typescript));
    const node = new SturdyConverter(() => tslab.createConverter());
    const converters = { node, browser: node, close: () => node.close() };
    const executor = tslab.createExecutor(folder, converters, {
      log: (value) => Object.assign(this.reports.getStore() ?? {}, { value }),
      error: (...what) => this.reports.getStore()?.problems.push(what),
    });
    return (this.loaded = { tslab, executor });
  }
}

/** The user's own error, or all that the compiler found in one. */
function errorOf(problems: readonly (readonly unknown[])[]): unknown {
  const [first] = problems;
  return first === undefined || first[0] !== findingFormat
    ? first?.[0]
    : new TypeScriptError(problems.map(finding).join("\n"));
}

function finding([, file, line, column, sentence]: readonly unknown[]): string {
  return `${String(file)}${String(line)}:${String(column)} - ${String(sentence)}`;
}
