/** `a.b?.c[0]` before a dot, as far as it can be looked at without running code. */
export interface Receiver {
  readonly expression: string;
  /** Offset where it begins. */
  readonly start: number;
}

const identifierEnd = /[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * The expression that ends at `end`: names, dots, `?.`, `!` and subscripts with a literal.
 * `undefined` where there is anything else, a call above all.
 */
export function receiverBefore(code: string, end: number): Receiver | undefined {
  let rest = code.slice(0, end).trimEnd();
  let expression = "";
  for (;;) {
    const subscripts = /!*(?:(?:\?\.)?\[(?:\d+|"[^"\\\n]*"|'[^'\\\n]*')\]!*)*$/.exec(rest)![0];
    const head = rest.slice(0, rest.length - subscripts.length);
    const link = subscripts.replaceAll("!", "") + expression;
    const name = identifierEnd.exec(head)?.[0];
    if (name === undefined) return literal(head, link);
    const before = head.slice(0, -name.length);
    const dot = /(\?\.|\.)\s*$/.exec(before);
    if (dot === null || /\.\.$/.test(before)) return { expression: name + link, start: before.length };
    expression = dot[1]! + name + link;
    rest = before.slice(0, dot.index).trimEnd();
  }
}

/** A string or an array in brackets may have members looked up too. */
function literal(head: string, link: string): Receiver | undefined {
  const text = /(?:"[^"\\\n]*"|'[^'\\\n]*'|\[\])$/.exec(head)?.[0];
  return text === undefined || (text === "[]" && /[\w$)\]]\s*\[\]$/.test(head))
    ? undefined
    : { expression: text + link, start: head.length - text.length };
}
