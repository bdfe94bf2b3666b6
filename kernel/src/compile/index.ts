export { AsTyped } from "./as-typed.js";
export { CellCompiler } from "./compiler.js";
export type { CellCompilerOptions } from "./compiler.js";
export { mapStack } from "./map-stack.js";
export { CellSyntaxError, codeFrame } from "./syntax-error.js";
export type { CompiledCell, ImportOptions, NameKind, RawSourceMap } from "./types.js";
