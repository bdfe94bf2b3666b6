/** A value as Python spells it: what the header of an array is made of. */
export type Literal =
  string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

/** Deepest nesting that a header has use for. */
const deepest = 16;

/**
 * Reads a Python literal: strings, numbers, True, False, None, tuples, lists and dictionaries, which become arrays and objects.
 *
 * @throws SyntaxError if it is something else
 */
export function parseLiteral(text: string): Literal {
  const words = text.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[()[\]{},:]|[^\s()[\]{},:'"]+|['"]/gs) ?? [];
  let at = 0;

  function next(): string {
    const word = words[at++];
    if (word === undefined) throw new SyntaxError("it ends too early");
    return word;
  }

  function many(close: string, depth: number): Literal[] {
    const items: Literal[] = [];
    while (words[at] !== close) {
      items.push(value(depth + 1));
      if (words[at] !== close && next() !== ",")
        throw new SyntaxError(`a comma is missing before ${words[at - 1]}`);
    }
    at++;
    return items;
  }

  function dictionary(depth: number): { readonly [key: string]: Literal } {
    const entries: [string, Literal][] = [];
    while (words[at] !== "}") {
      const key = value(depth + 1);
      if (typeof key !== "string" || next() !== ":") throw new SyntaxError("a key is no word");
      entries.push([key, value(depth + 1)]);
      if (words[at] !== "}" && next() !== ",")
        throw new SyntaxError(`a comma is missing before ${words[at - 1]}`);
    }
    at++;
    return Object.fromEntries(entries);
  }

  function value(depth: number): Literal {
    if (depth > deepest) throw new SyntaxError("it is nested too deeply");
    const word = next();
    if (word === "(") return many(")", depth);
    if (word === "[") return many("]", depth);
    if (word === "{") return dictionary(depth);
    if (word.length > 1 && /^['"]/.test(word)) return word.slice(1, -1).replace(/\\(.)/gs, "$1");
    if (word in constants) return constants[word as keyof typeof constants];
    if (/^[-+]?\d+L?$/.test(word)) return Number.parseInt(word, 10);
    throw new SyntaxError(`${word} is no value`);
  }

  const whole = value(0);
  if (at < words.length) throw new SyntaxError(`${words[at]} follows it`);
  return whole;
}

const constants = { True: true, False: false, None: null } as const;
