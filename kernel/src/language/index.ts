export { complete } from "./complete.js";
export { inspect } from "./inspect.js";
export type { InspectOptions } from "./inspect.js";
export { isComplete } from "./is-complete.js";
export { importsIn } from "./local-names.js";
export type {
  Completeness,
  Completion,
  CompletionType,
  ImportedName,
  Inspection,
  Match,
  RuntimeScope,
  ScopeProperty,
  ScopeValue,
} from "./types.js";
