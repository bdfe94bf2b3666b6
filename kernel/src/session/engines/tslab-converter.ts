import type { Converter, Metadata } from "./tslab-types.js";

/**
 * A converter that survives being stopped half way, and its own faults: files that appear beside the notebook can
 * trip it. Either leaves the compiler in pieces, and every later cell would fail; so what follows begins with a new
 * one, told of the modules that cells defined.
 */
export class SturdyConverter implements Converter {
  private readonly create: () => Converter;
  private readonly modules = new Map<string, { readonly code: string; readonly metadata?: Metadata }>();
  private converter: Converter | undefined;
  /** Stays true where a call never came back: what is stopped runs no `finally`, and what throws needs none. */
  private busy = false;

  /** @param create makes the converter at the first call */
  constructor(create: () => Converter) {
    this.create = create;
  }

  convert(declared: string, code: string): unknown {
    return this.whole((converter) => converter.convert(declared, code));
  }

  complete(declared: string, code: string, position: number): unknown {
    return this.whole((converter) => converter.complete(declared, code, position));
  }

  inspect(declared: string, code: string, position: number): unknown {
    return this.whole((converter) => converter.inspect(declared, code, position));
  }

  addModule(name: string, code: string, metadata?: Metadata): unknown {
    this.modules.set(name, metadata === undefined ? { code } : { code, metadata });
    return this.whole((converter) => converter.addModule(name, code, metadata));
  }

  close(): void {
    this.converter?.close();
  }

  /** Findings about a cell are no errors: a call that throws is worth a second attempt. */
  private whole<T>(work: (converter: Converter) => T): T {
    try {
      return this.attempt(work);
    } catch {
      return this.attempt(work);
    }
  }

  private attempt<T>(work: (converter: Converter) => T): T {
    if (this.busy || this.converter === undefined) this.converter = this.renewed();
    this.busy = true;
    const result = work(this.converter);
    this.busy = false;
    return result;
  }

  /** The old one would go on to watch files, and to trip over them. */
  private giveUp(): void {
    try {
      this.close();
    } catch {
      return; // it was left in pieces
    }
  }

  private renewed(): Converter {
    this.giveUp();
    const converter = this.create();
    for (const [name, { code, metadata }] of this.modules) converter.addModule(name, code, metadata);
    return converter;
  }
}
