import { createRequire } from "node:module";
import type * as Sucrase from "sucrase";

const require = createRequire(import.meta.url);
/** Names in a comment the function that elements call. */
const elementFunction = /^[\s/*]*@jsx[ \t]+([\w.$]+)/m;

/**
 * A TypeScript module as JavaScript that `require` can load: lines stay where they are, types go, imports become calls
 * of `require`.
 * @param path file that the code is from, or would be; `.tsx` holds JSX
 * @throws SyntaxError
 */
export function moduleCode(source: string, path: string): string {
  // loaded when the first module is: most sessions have none
  const { transform } = require("sucrase") as typeof Sucrase;
  const { code } = transform(source, {
    transforms: path.endsWith("x") ? ["typescript", "imports", "jsx"] : ["typescript", "imports"],
    disableESTransforms: true,
    production: true,
    jsxPragma: elementFunction.exec(source)?.[1] ?? "React.createElement",
    filePath: path,
  });
  return code;
}
