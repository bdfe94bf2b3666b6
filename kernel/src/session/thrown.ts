import { inspect } from "node:util";
import type { Thrown } from "../messages/index.js";

/** Causes of causes told at most. */
const deepest = 5;

/** An error as data: its name, its sentence and its stacks, causes after it. Anything can be thrown. */
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
  for (let error: unknown = value; isError(error) && stacks.length < deepest; error = error.cause)
    stacks.push(stackOf(error, stacks.length > 0));
  return { ename: String(value.name), evalue: String(value.message), stacks };
}

function stackOf(error: Error, isCause: boolean): string {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const heading = `${error.name}: ${error.message}`;
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return [(isCause ? "caused by " : "") + heading, ...frames].join("\n");
}

function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
