import { expect, test } from "vitest";
import { docMarkdown } from "../../../kernel/src/language/doc-comment.js";

test.each([
  [" One line. ", "One line."],
  ["\n * Two\n * lines.\n ", "Two\nlines."],
  ["\n * - a\n *   - b\n ", "- a\n  - b"],
  [" See {@link volume} and {@link a.b | words}. ", "See `volume` and `a.b`."],
  ["\n * A.\n *\n * @row K1\n * @row K2\n ", "A."],
  [
    "\n * A.\n * @param x the size, in Å\n * @param [y] - another\n ",
    "A.\n- `x` the size, in Å\n- `[y]` another",
  ],
  [
    "\n * A.\n *\n * @throws ValueError if 0\n * @returns all\n ",
    "A.\n\n**Throws** ValueError if 0\n\n**Returns** all",
  ],
  ["\n * @example\n * ```ts\n * f();\n * ```\n ", "**Example:**\n```ts\nf();\n```"],
  ["", ""],
])("%j", (comment, wanted) => expect(docMarkdown(comment)).toBe(wanted));
