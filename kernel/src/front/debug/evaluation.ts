import type { Runtime } from "node:inspector";
import type { Cause, Shown } from "../../messages/index.js";
import type { Cells } from "../cells.js";
import type { Post } from "../runtime-scope.js";
import type { SessionPort } from "../session-port.js";
import { debuggerCode } from "./scripts.js";
import { heldObjects, passedOver, type Holder } from "./variables.js";

/** What evaluations need. */
export interface EvaluationParts {
  readonly post: Post;
  readonly cells: Pick<Cells, "compiled" | "commit">;
  readonly session: SessionPort;
}

/**
 * Longest that an expression may run while the program stands still, in milliseconds. Nothing else can be done in that
 * time: the thread takes no other command, and no interrupt, before it has carried out this one.
 */
const longestMs = 5000;
/** Code that is evaluated and is no cell is compiled under this number. */
const noCell = 0;

const assign = `function (name, value) { this[name] = value;${passedOver}`;

/** Evaluates TypeScript for the debugger: in a call that stands still, or in the session as a cell would. */
export class Evaluation {
  private readonly parts: EvaluationParts;

  constructor(parts: EvaluationParts) {
    this.parts = parts;
  }

  /**
   * The value of an expression in a call of the stopped program, or without one that of global code.
   * @throws what the expression throws, as a sentence
   */
  async standing(expression: string, callFrameId: string | undefined): Promise<Runtime.RemoteObject> {
    const options = {
      expression: await this.compiled(expression),
      objectGroup: heldObjects,
      generatePreview: true,
      timeout: longestMs,
      silent: true,
    };
    const { post } = this.parts;
    const answer = (
      callFrameId === undefined
        ? post("Runtime.evaluate", { ...options, disableBreaks: true })
        : post("Debugger.evaluateOnCallFrame", { ...options, callFrameId })
    ) as Promise<Runtime.EvaluateReturnType>;
    const { result, exceptionDetails } = await answer;
    if (exceptionDetails !== undefined) throw new Error(heading(exceptionDetails));
    return result;
  }

  /**
   * Runs code as a cell would, with its output under `cause`. It takes its turn: a busy cell lets it in when it waits.
   * @throws what the code throws, as a sentence
   */
  async running(code: string, cause: Cause): Promise<Shown | undefined> {
    const { cells, session } = this.parts;
    const cell = await cells.compiled(code, noCell);
    if ("status" in cell) throw new Error(`${cell.ename}: ${cell.evalue}`);
    const outcome = await session.ask({ ask: "execute", cause, code: cell.code, hasValue: cell.hasValue });
    if (outcome.status === "error") throw new Error(`${outcome.thrown.ename}: ${outcome.thrown.evalue}`);
    if (outcome.status === "interrupted") throw new Error("interrupted");
    await cells.commit(cell, code);
    return outcome.shown;
  }

  /**
   * Gives a variable, a property or an element another value.
   * @param callFrameId where the value's expression is evaluated
   * @returns the value
   */
  async set(
    holder: Holder,
    name: string,
    expression: string,
    callFrameId: string | undefined,
  ): Promise<Runtime.RemoteObject> {
    if (holder.kind === "globals") return this.standing(`${name} = (${expression}\n)`, undefined);
    if (holder.kind === "scope") return this.standing(`${name} = (${expression}\n)`, holder.callFrameId);
    const { objectId, subtype } = holder.value;
    if (subtype === "map" || subtype === "set" || name.startsWith("["))
      throw new Error(`${name}: can't be set here; call a method in the console instead`);
    const value = await this.standing(expression, callFrameId);
    await this.call(assign, objectId!, [{ value: name }, argument(value)]);
    return value;
  }

  /** Assigns a value to a global variable, which is made where there is none. */
  async setGlobal(name: string, value: Runtime.RemoteObject): Promise<void> {
    const options = { expression: "globalThis", disableBreaks: true, objectGroup: heldObjects };
    const { result } = (await this.parts.post("Runtime.evaluate", options)) as Runtime.EvaluateReturnType;
    const declaration = `function (value) { ${name} = value;${passedOver}`;
    await this.call(declaration, result.objectId!, [argument(value)]);
  }

  private async call(
    functionDeclaration: string,
    objectId: string,
    values: readonly Runtime.CallArgument[],
  ): Promise<void> {
    const options = { functionDeclaration, objectId, arguments: values, silent: true };
    const { exceptionDetails } = (await this.parts.post(
      "Runtime.callFunctionOn",
      options,
    )) as Runtime.CallFunctionOnReturnType;
    if (exceptionDetails !== undefined) throw new Error(heading(exceptionDetails));
  }

  private async compiled(expression: string): Promise<string> {
    const cell = await this.parts.cells.compiled(expression, noCell);
    if ("status" in cell) throw new Error(`${cell.ename}: ${cell.evalue}`);
    return cell.code.replace(/\/\/# sourceURL=.*$/, `//# sourceURL=${debuggerCode}`);
  }
}

function argument({ objectId, unserializableValue, value }: Runtime.RemoteObject): Runtime.CallArgument {
  if (objectId !== undefined) return { objectId };
  return unserializableValue === undefined ? { value: value as unknown } : { unserializableValue };
}

function heading({ exception, text }: Runtime.ExceptionDetails): string {
  return (exception?.description ?? String(exception?.value ?? text)).split("\n", 1)[0]!;
}
