import ts from "typescript";
import { idsIn, rowsInTitle, rowsNamed } from "./row-ids.mjs";

const titled = new Set(["describe", "test", "it"]);

/** Rows that the titles of a test file name, by word or before a colon; and those named by the word alone. */
export function rowsNamedInTitles({ path: file, text }) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const rows = new Set();
  const byWord = new Set();
  const visit = (node) => {
    if (ts.isCallExpression(node) && titled.has(rootName(node.expression))) {
      const [first] = node.arguments;
      if (first && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))) {
        const title = first.getText(tree).slice(1, -1);
        for (const id of rowsInTitle(title)) rows.add(id);
        for (const id of rowsNamed(title)) byWord.add(id);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { rows, byWord };
}

/** The name that a call begins with: `test` in `test.each(cases)("title", …)`. */
function rootName(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  return "expression" in expression ? rootName(expression.expression) : "";
}

/** What comments say was measured: `// @figure K1 half-set FSC .971 predicts .993`. */
export function figuresOf({ text }) {
  return [...text.matchAll(/^\s*(?:\/\/|\*)\s*@figure\s+(\S+)\s+(.+?)\s*$/gm)].map(([, list, said]) => ({
    id: idsIn(list)[0] ?? list,
    text: said,
  }));
}
