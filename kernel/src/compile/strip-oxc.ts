import { holdsJsx } from "./cell-metadata.js";
import type { StrippedMap, Stripper } from "./types.js";

/** The stripper over oxc-transform, or `undefined` where its native code can't load. */
export async function stripWithOxc(): Promise<Stripper | undefined> {
  const oxc = await import("oxc-transform").catch(() => undefined);
  if (oxc === undefined) return undefined;
  return (source, url) => {
    const { code, map, errors } = oxc.transformSync(url, source, {
      lang: holdsJsx(source) ? "tsx" : "ts",
      // the doc comment that allows JSX may name the function: both read `@jsx h`
      jsx: { runtime: "classic" },
      sourceType: "module",
      target: "esnext",
      sourcemap: true,
      // an import may be used by a later cell only
      typescript: { onlyRemoveTypeImports: true },
    });
    const error = errors[0];
    if (error === undefined) return { code, map: map as StrippedMap };
    const label = error.labels.at(-1);
    return { message: readable(error.message), offset: fromBytes(source, label?.start ?? 0) };
  };
}

function readable(message: string): string {
  return message.replace(/^TS\(\d+\): /, "").replaceAll("`EOF`", "the end of the cell");
}

/** oxc counts UTF-8 bytes, JavaScript UTF-16 units. */
function fromBytes(source: string, bytes: number): number {
  return Buffer.from(source).subarray(0, bytes).toString().length;
}
