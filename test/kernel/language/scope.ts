import type { ImportedName, RuntimeScope, ScopeValue } from "../../../kernel/src/language/index.js";

/** A running session, invented. Records what is asked of it. */
export class FakeScope implements RuntimeScope {
  readonly asked: string[] = [];
  private readonly values: Readonly<Record<string, readonly string[]>>;
  private readonly origins: ReadonlyMap<string, ImportedName>;

  constructor(
    values: Readonly<Record<string, readonly string[]>> = {},
    origins: ReadonlyMap<string, ImportedName> = new Map(),
  ) {
    this.values = values;
    this.origins = origins;
  }

  names(): Promise<readonly string[]> {
    return Promise.resolve(Object.keys(this.values).filter((key) => /^[\p{ID_Continue}$]+$/u.test(key)));
  }

  properties(expression: string): Promise<readonly { name: string; kind: "property" }[] | undefined> {
    this.asked.push(expression);
    return Promise.resolve(this.values[expression]?.map((name) => ({ name, kind: "property" as const })));
  }

  describe(expression: string): Promise<ScopeValue | undefined> {
    this.asked.push(expression);
    const known = expression in this.values;
    return Promise.resolve(
      known ? { type: "Thing", preview: "Thing {…}", signature: "function f(a, b = 1)" } : undefined,
    );
  }

  imported(name: string): ImportedName | undefined {
    return this.origins.get(name);
  }
}
