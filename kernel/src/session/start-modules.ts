import process from "node:process";
import type { CellImport } from "./imports.js";
import { describeThrown } from "./thrown.js";

/** Modules that are imported before the first cell. One that can't be loaded is a line on stderr, and no more. */
export class StartModules {
  private readonly importModule: CellImport;
  private loading: Promise<void> = Promise.resolve();
  private giveUpNow: () => void = () => {};

  constructor(importModule: CellImport) {
    this.importModule = importModule;
  }

  /** Starts to import them, one after the other. */
  load(specifiers: readonly string[]): void {
    const gaveUp = new Promise<void>((resolve) => (this.giveUpNow = resolve));
    this.loading = Promise.race([gaveUp, this.loadAll(specifiers)]);
  }

  /** Resolves once they are there, have failed, or the user would not wait. */
  done(): Promise<void> {
    return this.loading;
  }

  /** Lets the cells go ahead without them. */
  giveUp(): void {
    this.giveUpNow();
  }

  private async loadAll(specifiers: readonly string[]): Promise<void> {
    for (const specifier of specifiers) {
      try {
        await this.importModule(specifier);
      } catch (error) {
        const { ename, evalue } = describeThrown(error);
        process.stderr.write(`${specifier} could not be loaded at the start: ${ename}: ${evalue}\n`);
      }
    }
  }
}
