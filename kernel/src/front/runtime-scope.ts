import type { Runtime } from "node:inspector";
import type { RuntimeScope, ScopeProperty, ScopeValue } from "../language/index.js";
import { withinTime } from "./within-time.js";

/** Sends a command to the main thread's inspector; the answer may never come. */
export type Post = (method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Longest that a look at the session may take, in milliseconds: more would be felt while typing. */
const lookMs = 300;
/** The thread may be inside a call of the system and not answer at all, in milliseconds. */
const answerMs = 500;

/** Names and kinds along the prototype chain; of arrays the elements are left out. Runs in the session. */
const collect = `((value) => {
  const found = new Map();
  for (let at = Object(value); at !== null && at !== undefined; at = Object.getPrototypeOf(at)) {
    if (ArrayBuffer.isView(at) || Array.isArray(at)) continue;
    for (const name of Object.getOwnPropertyNames(at)) {
      if (found.has(name)) continue;
      const own = Object.getOwnPropertyDescriptor(at, name);
      const isFunction = own !== undefined && typeof own.value === "function";
      const isClass = isFunction && Function.prototype.toString.call(own.value).startsWith("class");
      found.set(name, isClass ? "class" : isFunction ? "function" : "property");
    }
  }
  return [...found];
})`;

/** Looks at the running session from outside, also while a cell runs. Nothing that has side effects is run. */
export function createRuntimeScope(post: Post): RuntimeScope {
  const evaluate = async (
    expression: string,
    options: Readonly<Record<string, unknown>>,
  ): Promise<Runtime.RemoteObject | undefined> => {
    const command = post("Runtime.evaluate", {
      expression,
      throwOnSideEffect: true,
      silent: true,
      disableBreaks: true,
      timeout: lookMs,
      ...options,
    });
    if (!(await withinTime(command, answerMs))) return undefined;
    const answer = (await command.catch(() => undefined)) as Runtime.EvaluateReturnType | undefined;
    return answer === undefined || answer.exceptionDetails !== undefined ? undefined : answer.result;
  };
  return {
    async names() {
      const lexical = post("Runtime.globalLexicalScopeNames", {});
      const global = await evaluate("Object.getOwnPropertyNames(globalThis)", { returnByValue: true });
      const declared = (await withinTime(lexical, answerMs))
        ? ((await lexical) as Runtime.GlobalLexicalScopeNamesReturnType).names
        : [];
      return [...new Set([...declared, ...((global?.value as string[] | undefined) ?? [])])];
    },
    async properties(expression) {
      const found = await evaluate(`${collect}((${expression}\n))`, { returnByValue: true });
      const pairs = found?.value as [string, ScopeProperty["kind"]][] | undefined;
      return pairs?.map(([name, kind]) => ({ name, kind }));
    },
    async describe(expression) {
      const found = await evaluate(`(${expression}\n)`, { generatePreview: true, objectGroup: "look" });
      await withinTime(post("Runtime.releaseObjectGroup", { objectGroup: "look" }), answerMs);
      return found === undefined ? undefined : described(found);
    },
  };
}

function described(object: Runtime.RemoteObject): ScopeValue {
  const { type, subtype, className, value, description = "" } = object;
  if (type === "function") {
    const signature = description.replace(/\s*(?:=>\s*)?\{[^]*$|\s*=>[^]*$/, "").trim();
    return { type: description.startsWith("class") ? "class" : "function", preview: signature, signature };
  }
  if (type === "object" && subtype !== "null") return { type: className ?? type, preview: preview(object) };
  const text = type === "string" ? JSON.stringify(value) : description || String(value);
  return { type: subtype ?? type, preview: text.length > 200 ? `${text.slice(0, 199)}…` : text };
}

function preview({ preview: seen, description = "" }: Runtime.RemoteObject): string {
  if (seen === undefined) return description;
  const isList = seen.subtype === "array" || seen.subtype === "typedarray";
  const parts = seen.properties.map(({ name, value = "…" }) => (isList ? value : `${name}: ${value}`));
  if (seen.overflow) parts.push("…");
  return isList ? `${description} [${parts.join(", ")}]` : `${description} {${parts.join(", ")}}`;
}
