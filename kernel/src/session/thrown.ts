import { inspect } from "node:util";
import type { Thrown } from "../messages/index.js";

/** Stacks told at most: an error may gather thousands, and causes may go round in a circle. */
const mostStacks = 8;

/**
 * An error as data: its name, its sentence and its stacks. After its own come those of its cause, then of the errors
 * that it gathers. Anything can be thrown.
 */
export function describeThrown(value: unknown): Thrown {
  if (!isError(value)) {
    const shown = inspect(value);
    return {
      ename: "Error",
      evalue: shown,
      stacks: [`Error: a value was thrown that is no error: ${shown}`],
    };
  }
  const stacks: string[] = [];
  tell(value, "", stacks, new Set());
  return { ename: field(value, "name"), evalue: field(value, "message"), stacks };
}

/** Adds the stacks of an error; `relation` says what it is to the one before. Each error is told once. */
function tell(error: Error, relation: string, stacks: string[], told: Set<Error>): void {
  if (stacks.length >= mostStacks || told.has(error)) return;
  told.add(error);
  stacks.push(stackOf(error, relation));
  const cause = read(error, "cause");
  if (isError(cause)) tell(cause, "caused by ", stacks, told);
  const gathered = read(error, "errors");
  if (!Array.isArray(gathered)) return;
  for (const one of gathered.filter(isError)) tell(one, `one of ${gathered.length}: `, stacks, told);
}

function stackOf(error: Error, relation: string): string {
  const stack = read(error, "stack");
  const frames = typeof stack === "string" ? stack.split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return [`${relation}${field(error, "name")}: ${field(error, "message")}`, ...frames].join("\n");
}

/** A property of an error as text, which it should be. */
function field(error: Error, name: "name" | "message"): string {
  const value = read(error, name);
  return typeof value === "string" ? value : inspect(value, { customInspect: false });
}

/** A property of an error, which may throw when it is read. */
function read(error: Error, name: string): unknown {
  try {
    return (error as unknown as Readonly<Record<string, unknown>>)[name];
  } catch {
    return undefined;
  }
}

function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
