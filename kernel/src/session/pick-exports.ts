/**
 * What a static import of `names` binds: the module itself, or a record completed with properties of its
 * default export where those are named, as CommonJS packages need it.
 * @throws SyntaxError if the module has no such export
 */
export function pickExports(
  module: Readonly<Record<string, unknown>>,
  specifier: string,
  names: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const missing = names.filter((name) => !(name in module));
  if (missing.length === 0) return module;
  const inner = module["default"];
  const found: Record<string, unknown> = { ...module };
  for (const name of missing) {
    if (!hasProperty(inner, name)) throw new SyntaxError(sentence(specifier, name, module));
    found[name] = inner[name];
  }
  return found;
}

function hasProperty(value: unknown, name: string): value is Readonly<Record<string, unknown>> {
  return (typeof value === "object" || typeof value === "function") && value !== null && name in value;
}

function sentence(specifier: string, name: string, module: Readonly<Record<string, unknown>>): string {
  const near = Object.keys(module).find((key) => key.toLowerCase() === name.toLowerCase());
  const hint = near === undefined ? "" : `; did you mean "${near}"?`;
  return `the module "${specifier}" has no export named "${name}"${hint}`;
}
