import { transform } from "sucrase";
import { cellMetadata, holdsJsx } from "./cell-metadata.js";
import type { StrippedMap, StripProblem, Stripped } from "./types.js";

/** The stripper over sucrase: slower and blind to namespaces, but plain JavaScript. */
export function stripWithSucrase(source: string, url: string): Stripped | StripProblem {
  try {
    const { code, sourceMap } = transform(source, {
      transforms: holdsJsx(source) ? ["typescript", "jsx"] : ["typescript"],
      jsxPragma: cellMetadata(source).jsxFunction ?? "React.createElement",
      production: true,
      disableESTransforms: true,
      keepUnusedImports: true,
      filePath: url,
      sourceMapOptions: { compiledFilename: url },
    });
    return { code, map: { ...sourceMap, version: 3 } as StrippedMap };
  } catch (error) {
    return problem(source, error as Error & { readonly pos?: number });
  }
}

function problem(source: string, error: Error & { readonly pos?: number }): StripProblem {
  const message = error.message.replace(/^Error transforming [^:]*: /, "").replace(/ \(\d+:\d+\)$/, "");
  return { message, offset: error.pos ?? source.length };
}
