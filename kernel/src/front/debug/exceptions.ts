import type { Debugger } from "node:inspector";
import type { DebugProtocol } from "@vscode/debugprotocol";

/** The kinds of errors at which a front end may ask to stop. */
export const exceptionFilters: readonly DebugProtocol.ExceptionBreakpointsFilter[] = [
  { filter: "uncaught", label: "Uncaught", description: "Break on errors that nothing catches" },
  { filter: "all", label: "All", description: "Break on every error, caught or not" },
];

/** What the program stops for: thrown, and on its way to a `catch` or not. */
type Stop = Pick<Debugger.PausedEventDataType, "reason" | "data" | "asyncStackTrace">;

/** What the inspector adds to an error at which it stops. */
type Thrown = { readonly uncaught?: boolean; readonly description?: string; readonly className?: string };

/** Whether the program stopped because something was thrown. */
export function isThrown({ reason }: Stop): boolean {
  return reason === "exception" || reason === "promiseRejection";
}

/**
 * Whether to stop at an error. The inspector's own word for uncaught does not fit a cell, whose code is an async
 * function as a whole: an error that leaves it looks to V8 like any rejected promise. So what counts as caught is
 * what a `catch` around the call will get, in `caught`, and what V8 knows to be caught at once.
 */
export function stopsAt(stop: Stop, filters: ReadonlySet<string>, caught: () => boolean): boolean {
  if (filters.has("all")) return true;
  if (!filters.has("uncaught")) return false;
  const { uncaught = false } = (stop.data ?? {}) as Thrown;
  return uncaught || (stop.reason === "promiseRejection" && !caught());
}

/** Name and sentence of an error that the program stopped at. */
export function errorHeading({ data }: Stop): string {
  return ((data ?? {}) as Thrown).description?.split("\n", 1)[0] ?? "a value was thrown that is no error";
}

/** What there is to say about an error that the program stopped at. */
export function exceptionInfo(
  stop: Stop,
  filters: ReadonlySet<string>,
): DebugProtocol.ExceptionInfoResponse["body"] {
  const { description = "", className = "value" } = (stop.data ?? {}) as Thrown;
  const message = errorHeading(stop);
  const stackTrace = description.split("\n").slice(1).join("\n");
  return {
    exceptionId: className,
    description: message,
    breakMode: filters.has("all") ? "always" : "unhandled",
    details: { message, stackTrace, typeName: className },
  };
}
