import type { CompiledCell } from "../compile/index.js";
import {
  failure,
  type Evaluated,
  type ExecuteReply,
  type Header,
  type MessageContents,
  type Outcome,
  type Shown,
} from "../messages/index.js";
import type { Cells } from "./cells.js";
import type { History } from "./history.js";
import type { Publisher } from "./publisher.js";
import type { Request } from "./request.js";
import type { SessionPort } from "./session-port.js";
import type { TypeDesk } from "./type-desk.js";

/** What a run of a cell needs. */
export interface ExecutorParts {
  readonly session: SessionPort;
  readonly publisher: Publisher;
  readonly history: History;
  readonly cells: Cells;
  /** Missing where the engine checks types by itself. */
  readonly types?: TypeDesk | undefined;
  /** A cell has been compiled and is about to run. */
  beforeCell?(cell: CompiledCell): Promise<void>;
  /** What the first cell is to print as news, if there are any. */
  notice(): string | undefined;
  /** Why a cell was stopped, where it was not the user who stopped it. */
  verdict(cell: Header): string | undefined;
}

type Failed = ReturnType<typeof failure>;

/** Runs cells one at a time, counts them, and says what became of each. */
export class Executor {
  private readonly parts: ExecutorParts;
  private count = 0;
  private newsTold = false;

  constructor(parts: ExecutorParts) {
    this.parts = parts;
  }

  /** Number of the last cell that was stored. */
  executionCount(): number {
    return this.count;
  }

  /** Runs a cell to its end and publishes its value or its error. */
  async execute(request: Request<"execute_request">): Promise<ExecuteReply> {
    const { publisher, history } = this.parts;
    const { code, silent = false, user_expressions: expressions = {} } = request.content;
    const stored = !silent && request.content.store_history !== false;
    const number = this.count + 1;
    if (stored) {
      this.count = number;
      history.add(number, code);
    }
    const counted = { execution_count: this.count };
    if (!silent) publisher.publish("execute_input", { code, ...counted }, request.header);
    if (stored) this.tellNews(request.header);
    const done = await this.run(request, code, number, !silent);
    if ("status" in done) {
      if (!silent) publisher.publish("error", told(done), request.header);
      return { ...done, ...counted };
    }
    if (done.shown !== undefined && !silent) {
      publisher.publish("execute_result", { ...counted, ...done.shown }, request.header);
      if (stored) history.setOutput(number, String(done.shown.data["text/plain"] ?? ""));
    }
    const values = await this.values(request, expressions, number);
    return { status: "ok", ...counted, payload: [], user_expressions: values };
  }

  private tellNews(parent: Header): void {
    const news = this.newsTold ? undefined : this.parts.notice();
    this.newsTold = true;
    if (news !== undefined) this.parts.publisher.print("stderr", news, parent);
  }

  private async run(
    { header, content }: Request<"execute_request">,
    code: string,
    number: number,
    checked: boolean = false,
  ): Promise<Failed | { readonly shown?: Shown }> {
    const { session, cells } = this.parts;
    const cell = await cells.compiled(code, number);
    if ("status" in cell) return cell;
    const types = cell.unchecked === true ? undefined : this.parts.types;
    const typed = { source: code, declares: cell.declares };
    const refusal = checked ? await types?.before(typed, number, header) : undefined;
    if (refusal !== undefined) return refusal;
    await this.parts.beforeCell?.(cell);
    const cause = { header, silent: content.silent ?? false };
    const outcome = await session.ask({ ask: "execute", cause, code: cell.code, hasValue: cell.hasValue });
    if (wasAccepted(outcome)) {
      await cells.commit(cell, code);
      types?.commit(typed);
    }
    switch (outcome.status) {
      case "ok":
        return outcome.shown === undefined ? {} : { shown: outcome.shown };
      case "error":
        return cells.told(outcome.thrown);
      case "interrupted":
        return stopped(this.parts.verdict(header));
    }
  }

  private async values(
    request: Request<"execute_request">,
    expressions: Readonly<Record<string, string>>,
    number: number,
  ): Promise<Record<string, Evaluated>> {
    const values: Record<string, Evaluated> = {};
    for (const [name, code] of Object.entries(expressions)) {
      const done = await this.run(request, code, number);
      values[name] =
        "status" in done ? done : { status: "ok", ...(done.shown ?? { data: {}, metadata: {} }) };
    }
    return values;
  }
}

/** The error of a cell that was stopped: by the user, unless there is a verdict. */
function stopped(verdict: string | undefined): Failed {
  return verdict === undefined
    ? failure("KeyboardInterrupt", "the cell was interrupted; its variables are kept")
    : failure("MemoryError", verdict);
}

/** Whether V8 took the cell's declarations; one it refuses as a whole leaves no frame of its own. */
function wasAccepted(outcome: Outcome): boolean {
  if (outcome.status !== "error") return true;
  const { ename, stacks } = outcome.thrown;
  return ename !== "SyntaxError" || stacks.some((stack) => /^\s+at /m.test(stack));
}

function told({ ename, evalue, traceback }: Failed): MessageContents["error"] {
  return { ename, evalue, traceback };
}
