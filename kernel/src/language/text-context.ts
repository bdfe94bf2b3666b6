/** Where in the code a place is. */
export type TextContext =
  | { readonly kind: "code" }
  | { readonly kind: "comment" }
  | { readonly kind: "template" }
  /** `start` is the offset after the opening quote. */
  | { readonly kind: "string"; readonly start: number };

/** Reads the code up to `cursor` and says in what the cursor stands. */
export function textContext(code: string, cursor: number): TextContext {
  /** Open templates, and in each its open `${`: how many braces deep. */
  const open: ("`" | number)[] = [];
  for (let i = 0; i < cursor; i++) {
    const c = code[i]!;
    const top = open.at(-1);
    if (top === "`") {
      if (c === "\\") i++;
      else if (c === "`") open.pop();
      else if (c === "$" && code[i + 1] === "{" && ++i < cursor) open.push(1);
    } else if (c === "`") open.push("`");
    else if (c === '"' || c === "'") {
      const end = stringEnd(code, i);
      if (end >= cursor) return { kind: "string", start: i + 1 };
      i = end;
    } else if (c === "/" && /[/*]/.test(code[i + 1] ?? "")) {
      const end = commentEnd(code, i);
      if (end >= cursor) return { kind: "comment" };
      i = end;
    } else if (c === "/" && opensPattern(code.slice(0, i))) i = patternEnd(code, i);
    else if (top !== undefined && c === "{") open.push((open.pop() as number) + 1);
    else if (top !== undefined && c === "}") {
      open.pop();
      if (top > 1) open.push(top - 1);
    }
  }
  return { kind: open.at(-1) === "`" ? "template" : "code" };
}

/** Offset of a comment's last character, or of the line break behind it; past the code if it stays open. */
function commentEnd(code: string, start: number): number {
  const line = code[start + 1] === "/";
  const end = code.indexOf(line ? "\n" : "*/", start + 2);
  return end < 0 ? code.length : line ? end : end + 1;
}

/** Offset of the closing quote, or of the line's end. */
function stringEnd(code: string, start: number): number {
  for (let i = start + 1; i < code.length; i++) {
    if (code[i] === "\\") i++;
    else if (code[i] === code[start] || code[i] === "\n") return i;
  }
  return code.length;
}

/** Whether a slash after `before` begins a regular expression and does not divide. */
function opensPattern(before: string): boolean {
  const last = before.trimEnd();
  return (
    last === "" || /(?:[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|await|yield|void))$/.test(last)
  );
}

function patternEnd(code: string, start: number): number {
  let inClass = false;
  for (let i = start + 1; i < code.length; i++) {
    const c = code[i];
    if (c === "\n") return start;
    if (c === "\\") i++;
    else if (c === "[") inClass = true;
    else if (c === "]") inClass = false;
    else if (c === "/" && !inClass) return i;
  }
  return start;
}
