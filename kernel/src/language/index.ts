export { complete } from "./complete.js";
export { inspect } from "./inspect.js";
export type { InspectOptions } from "./inspect.js";
export { isComplete } from "./is-complete.js";
export { importsIn } from "./local-names.js";
export { syntaxProblem } from "./syntax.js";
export { TypeService } from "./server/index.js";
export type { CellText, Finding, TypeServiceOptions } from "./server/index.js";
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
  TypedLanguage,
} from "./types.js";
