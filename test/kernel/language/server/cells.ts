import { CellCompiler } from "../../../../kernel/src/compile/index.js";
import { TypeService, type CellText, type Finding } from "../../../../kernel/src/language/index.js";

/** A session of cells that are checked and then taken for run, as the front door does it. */
export interface Cells {
  readonly service: TypeService;
  /** Findings of a cell that then counts as run, as `line:column TSnumber`. */
  run(source: string): Promise<string[]>;
}

/** Starts a session in a notebook's folder. */
export function cellsIn(folder: string): Cells {
  const service = new TypeService({ folder });
  const compiler = new CellCompiler({ folder });
  let count = 0;
  return {
    service,
    async run(source) {
      const cell = compiler.compile(source, ++count);
      compiler.commit(cell);
      const text: CellText = { source, declares: cell.declares };
      const found = await service.check(text);
      service.commit(text);
      return (found ?? [{ line: 0, column: 0, code: 0, message: "no server" }]).map(inShort);
    },
  };
}

function inShort({ line, column, code }: Finding): string {
  return `${line}:${column} TS${code}`;
}
