import {
  CellCompiler,
  type CellSyntaxError,
  type CompiledCell,
} from "../../../../kernel/src/compile/index.js";
import { failure } from "../../../../kernel/src/messages/index.js";

/** The cells of a session in which none has run. */
export const uncompiled = {
  compiled(source: string, count: number): Promise<CompiledCell | ReturnType<typeof failure>> {
    try {
      return Promise.resolve(new CellCompiler().compile(source, count));
    } catch (error) {
      return Promise.resolve(failure("SyntaxError", (error as CellSyntaxError).message));
    }
  },
};
