/** A row's name: a letter for the part of the course, a number, and sometimes a letter or a span of letters. */
const one = String.raw`[A-K]\d{1,2}[a-z]?(?:-[a-z])?`;
const several = String.raw`${one}(?:(?:, | and )${one})*`;

/** `rows K1, K2 and K9` or `row A16` in a text. Bare names are not taken: C2 and D2 are symmetries too. */
const named = new RegExp(String.raw`\brows? (${several})\b`, "gi");
/** The same at the start of a title: `K1: …`, `K1, K2: …`. */
const leading = new RegExp(String.raw`^(${several}):`);

/** Names in a list such as `K1, K2 and K9`. */
export function idsIn(list) {
  return list.match(new RegExp(one, "g")) ?? [];
}

/** Rows that a sentence names with the word row. */
export function rowsNamed(text) {
  return [...text.matchAll(named)].flatMap(([, list]) => idsIn(list));
}

/** Rows that the title of a test names: with the word row, or before a colon. */
export function rowsInTitle(title) {
  const lead = leading.exec(title);
  return [...rowsNamed(title), ...(lead ? idsIn(lead[1]) : [])];
}

/** A tag's text: `K1`, `K1, K2`, or `K1 partly: what is missing`. */
export function rowsOfTag(text) {
  const [list, ...rest] = text.trim().split(/\s+partly\s*:?\s*/);
  const missing = rest.length > 0 ? rest.join(" ").trim() || "some of the check" : undefined;
  const ids = idsIn(list);
  return ids.length === 0 ? [{ id: list, missing }] : ids.map((id) => ({ id, missing }));
}
