/** Words whose declaration is nothing without its body. */
const withBody = /^(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:const\s+)?(?:interface|enum|type)\b/;
/** Longest declaration that is shown, in characters. */
const maxLength = 4000;

/**
 * Offset where the declaration that begins at `start` ends for a reader: an interface with its members,
 * a function or class without its body, a constant without its value.
 */
export function declarationEnd(text: string, start: number): number {
  const whole = withBody.test(text.slice(start, start + 80));
  const isConstant = /^(?:export\s+)?(?:declare\s+)?(?:const|let|var)\s+(?!enum)/.test(
    text.slice(start, start + 80),
  );
  let depth = 0;
  for (let i = start; i < text.length && i < start + maxLength; i++) {
    const c = text[i]!;
    if (c === "/" && (text[i + 1] === "*" || text[i + 1] === "/")) i = skipComment(text, i);
    else if (c === '"' || c === "'" || c === "`") i = skipText(text, i);
    else if (c === ";" && depth === 0) return i;
    else if (isConstant && depth === 0 && c === "=" && text[i + 1] !== ">") return i;
    else if (c === "{" && depth === 0 && !whole && !expectsType(text.slice(start, i))) return i;
    else if ("([{".includes(c)) depth++;
    else if (
      ")]}".includes(c) &&
      --depth === 0 &&
      whole &&
      c === "}" &&
      !/^\s*[&|[]/.test(text.slice(i + 1, i + 20))
    )
      return i + 1;
  }
  return Math.min(text.length, start + maxLength);
}

/** Whether a brace here begins a type and not a body. */
function expectsType(before: string): boolean {
  return /(?:[:|&<,=]|=>|\b(?:is|extends|keyof|readonly))\s*$/.test(before);
}

function skipComment(text: string, start: number): number {
  const line = text[start + 1] === "/";
  const end = text.indexOf(line ? "\n" : "*/", start + 2);
  return end < 0 ? text.length : line ? end : end + 1;
}

function skipText(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === text[start]) return i;
  }
  return text.length;
}
