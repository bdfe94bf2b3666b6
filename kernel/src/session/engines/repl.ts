import { Session, type Runtime } from "node:inspector";
import { promiseHooks } from "node:v8";
import type { Engine, Evaluated } from "./engine.js";

/** `replMode` is missing in Node's type declarations. */
type ReplEvaluation = Runtime.EvaluateParameterType & { readonly replMode: boolean };

/**
 * Runs code as V8's own console does: on this thread, with `await` at the top level, declarations that last,
 * and closures that see later assignments.
 */
export class ReplEngine implements Engine {
  private readonly session = new Session();
  private taken: unknown;
  private called: (() => unknown) | undefined;
  private nextGroup = 0;
  /**
   * Promises of the cells that run, or were left waiting for ever. Nothing else may hold them, and Node 22 ends the
   * process when the garbage collector takes one for which the inspector still waits.
   */
  private readonly unsettled = new Set<object>();
  /** Hands a value over without a trip through JSON. */
  private readonly handle: string;
  /** Calls a function of the kernel from code of a cell. */
  private readonly back: string;

  constructor() {
    this.session.connect();
    const take = reachable("take", (value) => void (this.taken = value));
    this.handle = `function (value) { ${take}(value); }`;
    this.back = `await ${reachable("call", () => this.called?.())}()`;
  }

  /** Evaluates a compiled cell. Its continuations keep the async context of the caller. */
  evaluate(code: string): Promise<Evaluated> {
    const objectGroup = `cell ${this.nextGroup++}`;
    return new Promise((resolve) => {
      const options: ReplEvaluation = { expression: code, replMode: true, awaitPromise: true, objectGroup };
      let own: object | undefined;
      let settled = false;
      // The first promise that is made is that of the code as a whole: V8 runs it as an async function.
      const stopLooking = promiseHooks.onInit((promise) => (own ??= promise)) as () => void;
      this.session.post("Runtime.evaluate", options, (failure, answer) => {
        settled = true;
        if (own !== undefined) this.unsettled.delete(own);
        if (failure !== null) return resolve({ kind: "stopped" });
        const { result, exceptionDetails: thrown } = answer;
        const value = this.take(thrown?.exception ?? result);
        this.session.post("Runtime.releaseObjectGroup", { objectGroup });
        resolve(thrown === undefined ? { kind: "value", value } : { kind: "thrown", error: value });
      });
      stopLooking();
      if (own !== undefined && !settled) this.unsettled.add(own);
    });
  }

  /** Calls a function as if a cell did, awaits what it returns, and can be stopped as a cell can. */
  call(work: () => unknown): Promise<Evaluated> {
    this.called = work;
    return this.evaluate(this.back);
  }

  /** Stops the code that is running on this thread, as soon as the caller returns to it. */
  terminate(): void {
    this.session.post("Runtime.terminateExecution");
  }

  private take(remote: Runtime.RemoteObject): unknown {
    if (remote.objectId === undefined) return primitive(remote);
    const { objectId } = remote;
    this.session.post("Runtime.callFunctionOn", {
      functionDeclaration: this.handle,
      objectId,
      arguments: [{ objectId }],
      silent: true,
    });
    const value = this.taken;
    this.taken = undefined;
    return value;
  }
}

let reached = 0;

/** Makes a function reachable for evaluated code; gives the expression by which it is reached. */
function reachable(name: string, value: (given: unknown) => unknown): string {
  const key = `vitrine.kernel.${name}.${reached++}`;
  Object.defineProperty(globalThis, Symbol.for(key), { configurable: true, value });
  return `globalThis[Symbol.for(${JSON.stringify(key)})]`;
}

function primitive({ type, value, unserializableValue }: Runtime.RemoteObject): unknown {
  if (unserializableValue === undefined) return value;
  return type === "bigint" ? BigInt(unserializableValue.slice(0, -1)) : Number(unserializableValue);
}
