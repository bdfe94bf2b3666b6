/** What a comment behind a line of an example says of its value. */
export type Expected =
  | { readonly is: "number"; readonly value: number; readonly slack: number }
  | { readonly is: "text"; readonly value: string }
  | { readonly is: "word"; readonly value: boolean | undefined | null }
  | { readonly is: "list"; readonly items: readonly Expected[]; readonly open: boolean }
  | { readonly is: "record"; readonly entries: readonly (readonly [string, Expected])[] }
  | { readonly is: "throws"; readonly name: string };

const words = new Map<string, boolean | undefined | null>([
  ["true", true],
  ["false", false],
  ["undefined", undefined],
  ["null", null],
]);

/**
 * Reads a comment as a value: a number (as exact as it is written; `≈` allows 1 %), a string in quotes, true, false,
 * undefined, null, a list (`…` for what is left), a record, or `throws NAME`. A unit, or words behind a comma, colon,
 * semicolon or bracket may follow. `undefined` where the comment is prose.
 */
export function readExpected(comment: string): Expected | undefined {
  const thrown = /^throws (\w+)/.exec(comment);
  if (thrown !== null) return { is: "throws", name: thrown[1]! };
  const read = value(comment.trim());
  return read !== undefined && /^\s*($|[,;:(]|(Å|px|°|%|1\/Å|e\/Å²)($|[\s,;:(]))/.test(read.rest)
    ? read.expected
    : undefined;
}

interface Read {
  readonly expected: Expected;
  readonly rest: string;
}

function value(text: string): Read | undefined {
  const number = /^(≈\s*)?(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|-?Infinity|NaN)(?![\w.])/i.exec(text);
  if (number !== null) {
    const expected = {
      is: "number",
      value: Number(number[2]),
      slack: slackOf(number[2]!, number[1]),
    } as const;
    return { expected, rest: text.slice(number[0].length) };
  }
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(text);
  if (quoted !== null) {
    return {
      expected: { is: "text", value: JSON.parse(quoted[0]) as string },
      rest: text.slice(quoted[0].length),
    };
  }
  const word = /^(true|false|undefined|null)\b/.exec(text);
  if (word !== null) {
    return { expected: { is: "word", value: words.get(word[0]) }, rest: text.slice(word[0].length) };
  }
  if (text.startsWith("[")) return list(text.slice(1).trimStart());
  if (text.startsWith("{")) return record(text.slice(1).trimStart());
  return undefined;
}

/** Half a unit of the last digit written; whole numbers are meant exactly, but for rounding. */
function slackOf(written: string, about: string | undefined): number {
  const size = Math.abs(Number(written));
  if (about !== undefined) return 0.01 * size;
  const [mantissa, exponent = "0"] = written.toLowerCase().split("e") as [string, string?];
  const decimals = mantissa.includes(".") ? mantissa.length - mantissa.indexOf(".") - 1 : 0;
  const rounding = 1e-9 * Math.max(1, size);
  return decimals === 0 ? rounding : 0.5 * 10 ** (Number(exponent) - decimals) + rounding;
}

function list(text: string, items: readonly Expected[] = []): Read | undefined {
  if (text.startsWith("]")) return { expected: { is: "list", items, open: false }, rest: text.slice(1) };
  const left = /^(…|\.\.\.)\s*\]/.exec(text);
  if (left !== null) return { expected: { is: "list", items, open: true }, rest: text.slice(left[0].length) };
  const item = value(text);
  return item && list(item.rest.replace(/^\s*,?\s*/, ""), [...items, item.expected]);
}

function record(text: string, entries: readonly (readonly [string, Expected])[] = []): Read | undefined {
  if (text.startsWith("}")) return { expected: { is: "record", entries }, rest: text.slice(1) };
  const key = /^(\w+):\s*/.exec(text);
  const item = key === null ? undefined : value(text.slice(key[0].length));
  return item && record(item.rest.replace(/^\s*,?\s*/, ""), [...entries, [key![1]!, item.expected]]);
}

/** How a value differs from what was expected, in a few words; `undefined` where it does not. */
export function differenceFrom(
  expected: Expected,
  got: unknown,
  inWords: (value: unknown) => string,
): string | undefined {
  const said = `got ${inWords(got)}`;
  switch (expected.is) {
    case "throws":
      return `${said}, wanted ${expected.name} to be thrown`;
    case "word":
      return Object.is(got, expected.value) ? undefined : `${said}, wanted ${String(expected.value)}`;
    case "number": {
      const near =
        typeof got === "number" &&
        (Object.is(got, expected.value) || Math.abs(got - expected.value) <= expected.slack);
      return near ? undefined : `${said}, wanted ${expected.value} within ${expected.slack}`;
    }
    case "text": {
      const text = typeof got === "string" ? got : inWords(got);
      return text === expected.value ? undefined : `got "${text}", wanted "${expected.value}"`;
    }
    case "list": {
      const isList = Array.isArray(got) || (ArrayBuffer.isView(got) && !(got instanceof DataView));
      const items = isList ? Array.from(got as ArrayLike<unknown>) : [];
      const fits = expected.open
        ? items.length >= expected.items.length
        : items.length === expected.items.length;
      if (!isList || !fits) return `${said}, wanted ${expected.items.length} items`;
      return firstOf(expected.items.map((item, i) => differenceFrom(item, items[i], inWords)));
    }
    case "record": {
      if (typeof got !== "object" || got === null) return `${said}, wanted a record`;
      const fields = got as Readonly<Record<string, unknown>>;
      return firstOf(expected.entries.map(([key, item]) => differenceFrom(item, fields[key], inWords)));
    }
  }
}

function firstOf(differences: readonly (string | undefined)[]): string | undefined {
  return differences.find((difference) => difference !== undefined);
}
