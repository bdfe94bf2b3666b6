import { FormatError } from "../../core/index.js";
import { atoms } from "../../model/index.js";
import type { Atoms } from "../../model/index.js";
import { integers, NumberColumn, reals, WordColumn } from "./growing-column.js";

/** What a file tells beside its atoms. */
export type AtomSurroundings = Partial<Pick<Atoms, "cell" | "assemblies" | "source">>;

/** Atoms on their way into columns, of any format; a row is one value added to each. */
export class AtomBuilder {
  readonly position: NumberColumn<Float64Array> = reals();
  readonly element: WordColumn = new WordColumn();
  readonly name: WordColumn = new WordColumn();
  readonly alternate: WordColumn = new WordColumn();
  readonly residue: WordColumn = new WordColumn();
  readonly residueNumber: NumberColumn<Int32Array> = integers();
  readonly insertion: WordColumn = new WordColumn();
  readonly chain: WordColumn = new WordColumn();
  readonly occupancy: NumberColumn<Float64Array> = reals();
  readonly bFactor: NumberColumn<Float64Array> = reals();
  readonly charge: NumberColumn<Int8Array> = new NumberColumn((length) => new Int8Array(length));
  readonly hetero: NumberColumn<Uint8Array> = new NumberColumn((length) => new Uint8Array(length));
  readonly model: NumberColumn<Int32Array> = integers();
  readonly serial: NumberColumn<Int32Array> = integers();
  count = 0;

  /** The atoms of the file `file`. @throws FormatError if there are none */
  finish(file: string, surroundings: AtomSurroundings, more: Partial<Atoms> = {}): Atoms {
    if (this.count === 0) {
      throw new FormatError({
        file,
        field: "atoms",
        got: "none",
        wanted: "an atomic model, with at least one",
      });
    }
    return atoms(this.position.finish(), {
      element: this.element.finish(),
      name: this.name.finish(),
      alternate: this.alternate.finish(),
      residue: this.residue.finish(),
      residueNumber: this.residueNumber.finish(),
      insertion: this.insertion.finish(),
      chain: this.chain.finish(),
      occupancy: this.occupancy.finish(),
      bFactorA2: this.bFactor.finish(),
      charge: this.charge.finish(),
      hetero: this.hetero.finish(),
      model: this.model.finish(),
      serial: this.serial.finish(),
      ...more,
      ...surroundings,
    });
  }
}
