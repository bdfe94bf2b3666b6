import type { Runtime } from "node:inspector";
import type { Post } from "../runtime-scope.js";
import { withinTime } from "../within-time.js";
import { heldObjects } from "./variables.js";

/** A thread that is in a call of the system may not answer, in milliseconds. */
const answerMs = 500;

/** An object with the session's variables under their names. Names that have no value yet are left out. */
export async function globalsObject(
  post: Post,
  names: readonly string[],
): Promise<Runtime.RemoteObject | undefined> {
  const lines = names.map((name) => `try { found[${JSON.stringify(name)}] = ${name}; } catch {}`);
  const asked = post("Runtime.evaluate", {
    expression: `(() => { const found = { __proto__: null };\n${lines.join("\n")}\nreturn found; })()`,
    objectGroup: heldObjects,
    throwOnSideEffect: true,
    disableBreaks: true,
    silent: true,
  }) as Promise<Runtime.EvaluateReturnType>;
  if (!(await withinTime(asked, answerMs))) return undefined;
  const { result, exceptionDetails } = await asked;
  return exceptionDetails === undefined ? result : undefined;
}
