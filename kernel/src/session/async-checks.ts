import { createRequire } from "node:module";
import process from "node:process";

/** The parts of Node's async bookkeeping that are reached here. */
interface AsyncWrap {
  readonly async_hook_fields: Uint32Array;
  readonly constants: Readonly<Record<"kBefore" | "kCheck" | "kTotals", number>>;
  clearAsyncIdStack(): void;
}

type BindingProcess = NodeJS.Process & { binding?(name: "async_wrap"): AsyncWrap };

/** No package: a module of Node itself, which warns whoever loads it. The kernel's user is not to be warned of it. */
const internalModule = "internal/test/binding";

const wrap = asyncWrap();

/**
 * Tells Node not to abort the process when code was stopped half way. Stopping a callback leaves its entry on
 * Node's stack of async ids; with async hooks in use (`AsyncLocalStorage` is one) Node's own check of that
 * stack would end the process at the next callback, whatever flags it was started with. Call again after
 * hooks were switched on or off, which puts the checks back.
 */
export function relaxAsyncChecks(): void {
  if (wrap === undefined) return;
  wrap.async_hook_fields[wrap.constants.kCheck] = 0;
  wrap.async_hook_fields[wrap.constants.kTotals] = 0;
}

/** Drops what stopped callbacks left on the stack of async ids. Only from the bottom of a fresh callback. */
export function clearAsyncStack(): void {
  wrap?.clearAsyncIdStack();
}

/**
 * Switches one enabled `before` hook on or off. The hook itself can't be relied on to do this: code that is stopped
 * inside a hook leaves Node believing that hooks are still being called, and changes are put off until they are not.
 */
export function switchBeforeHook(on: boolean): void {
  if (wrap !== undefined) wrap.async_hook_fields[wrap.constants.kBefore]! += on ? 1 : -1;
}

/** From Node 24 on the binding is reached only where the process was started with `--expose-internals`. */
function asyncWrap(): AsyncWrap | undefined {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    return (process as BindingProcess).binding?.("async_wrap");
  } catch {
    return internalAsyncWrap();
  } finally {
    process.noDeprecation = before ?? false;
  }
}

function internalAsyncWrap(): AsyncWrap | undefined {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const internals = createRequire(import.meta.url)(internalModule) as {
      internalBinding(name: "async_wrap"): AsyncWrap;
    };
    return internals.internalBinding("async_wrap");
  } catch {
    return undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}
