import {
  failure,
  type ExecuteReply,
  type MessageContents,
  type Outcome,
  type Shown,
} from "../messages/index.js";
import type { Cells } from "./cells.js";
import type { History } from "./history.js";
import type { Publisher } from "./publisher.js";
import type { Request } from "./request.js";
import type { SessionPort } from "./session-port.js";

/** What a run of a cell needs. */
export interface ExecutorParts {
  readonly session: SessionPort;
  readonly publisher: Publisher;
  readonly history: History;
  readonly cells: Cells;
}

type Failed = Extract<ExecuteReply, { readonly status: "error" }>;

/** Runs cells one at a time, counts them, and says what became of each. */
export class Executor {
  private readonly parts: ExecutorParts;
  private count = 0;

  constructor(parts: ExecutorParts) {
    this.parts = parts;
  }

  /** Runs a cell to its end and publishes its value or its error. */
  async execute(request: Request<"execute_request">): Promise<ExecuteReply & { execution_count: number }> {
    const { publisher, history } = this.parts;
    const { code, silent = false, user_expressions: expressions = {} } = request.content;
    const stored = !silent && request.content.store_history !== false;
    const number = this.count + 1;
    if (stored) {
      this.count = number;
      history.add(number, code);
    }
    if (!silent) publisher.publish("execute_input", { code, execution_count: number }, request.header);
    const done = await this.run(request, code, number);
    if ("status" in done) {
      if (!silent) publisher.publish("error", told(done), request.header);
      return { ...done, execution_count: number };
    }
    if (done.shown !== undefined && !silent) {
      publisher.publish("execute_result", { execution_count: number, ...done.shown }, request.header);
      if (stored) history.setOutput(number, String(done.shown.data["text/plain"] ?? ""));
    }
    const values = await this.values(request, expressions, number);
    return { status: "ok", execution_count: number, payload: [], user_expressions: values };
  }

  private async run(
    { header, content }: Request<"execute_request">,
    code: string,
    number: number,
  ): Promise<Failed | { readonly shown?: Shown }> {
    const { session, cells } = this.parts;
    const cell = await cells.compiled(code, number);
    if ("status" in cell) return cell;
    const cause = { header, silent: content.silent ?? false };
    const outcome = await session.ask({ ask: "execute", cause, code: cell.code, hasValue: cell.hasValue });
    if (wasAccepted(outcome)) await cells.commit(cell, code);
    switch (outcome.status) {
      case "ok":
        return outcome.shown === undefined ? {} : { shown: outcome.shown };
      case "error":
        return cells.told(outcome.thrown);
      case "interrupted":
        return failure("KeyboardInterrupt", "the cell was interrupted; its variables are kept");
    }
  }

  private async values(
    request: Request<"execute_request">,
    expressions: Readonly<Record<string, string>>,
    number: number,
  ): Promise<Record<string, unknown>> {
    const values: Record<string, unknown> = {};
    for (const [name, code] of Object.entries(expressions)) {
      const done = await this.run(request, code, number);
      values[name] =
        "status" in done ? done : { status: "ok", ...(done.shown ?? { data: {}, metadata: {} }) };
    }
    return values;
  }
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
