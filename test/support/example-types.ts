import { join } from "node:path";
import ts from "typescript";
import type { Example } from "./examples.js";
import { parse, repositoryRoot } from "./tree.js";

/** What the compiler says about some examples, one sentence each, in one program for all of them. */
export function typeErrorsIn(examples: readonly Example[], publicNames: readonly string[]): string[] {
  const virtual = new Map(
    examples.map((example, i) => [
      join(repositoryRoot, `example-${i}.ts`),
      { example, text: asModule(example, publicNames) },
    ]),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    types: ["node"],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    paths: {
      vitrine: [join(repositoryRoot, "lib/src/index.ts")],
      "vitrine/*": [join(repositoryRoot, "lib/src/*/index.ts")],
    },
  };
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => virtual.has(name) || fileExists.call(host, name);
  host.readFile = (name) => virtual.get(name)?.text ?? readFile.call(host, name);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const own = virtual.get(name);
    return own === undefined
      ? getSourceFile.call(host, name, languageVersion, ...rest)
      : ts.createSourceFile(name, own.text, languageVersion, true);
  };
  host.getCurrentDirectory = () => repositoryRoot;
  const program = ts.createProgram([...virtual.keys()], options, host);
  return [...virtual].flatMap(([name, { example }]) => {
    const tree = program.getSourceFile(name)!;
    const found = [...program.getSyntacticDiagnostics(tree), ...program.getSemanticDiagnostics(tree)];
    return found.map(({ start = 0, messageText }) => {
      const line = example.line + tree.getLineAndCharacterOfPosition(start).line;
      return `${example.path}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}

/** The example with an import of the public names that it uses, on its first line so that lines keep their numbers. */
function asModule({ code }: Example, publicNames: readonly string[]): string {
  const declared = new Set<string>();
  for (const statement of parse({ path: "example.ts", text: code }).statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) {
        for (const [word] of name.getText().matchAll(/\w+/g)) declared.add(word);
      }
    } else if (ts.isImportDeclaration(statement)) {
      for (const [word] of statement.getText().matchAll(/\w+/g)) declared.add(word);
    } else if (ts.isFunctionDeclaration(statement)) declared.add(statement.name?.text ?? "");
  }
  const used = publicNames.filter((name) => !declared.has(name) && new RegExp(`\\b${name}\\b`).test(code));
  return `${used.length === 0 ? "" : `import { ${used.join(", ")} } from "vitrine"; `}${code}`;
}
