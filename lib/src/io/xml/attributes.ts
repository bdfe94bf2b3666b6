const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const largestCodePoint = 0x10ffff;

/** A text with its entities replaced; undefined where one is not known. */
export function unescaped(text: string): string | undefined {
  let isKnown = true;
  const plain = text.replace(/&([^;&\s]{0,20};?)/g, (_, name: string) => {
    const found = name.endsWith(";") ? character(name.slice(0, -1)) : undefined;
    isKnown &&= found !== undefined;
    return found ?? "";
  });
  return isKnown ? plain : undefined;
}

function character(name: string): string | undefined {
  if (Object.hasOwn(entities, name)) return entities[name];
  const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (number === null) return undefined;
  const point = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
  return point > largestCodePoint ? undefined : String.fromCodePoint(point);
}

/** Attributes of a tag, ` a="1" b='2'`, by their names without prefixes; undefined where they are not well formed. */
export function attributesOf(text: string): Readonly<Record<string, string>> | undefined {
  const attributes = Object.create(null) as Record<string, string>;
  const one = /\s+(?:[^\s=:"'<>]+:)?([^\s=:"'<>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
  for (let at = 0; at < text.trimEnd().length; at = one.lastIndex) {
    one.lastIndex = at;
    const found = one.exec(text);
    if (found === null) return undefined;
    const value = unescaped(found[2] ?? found[3] ?? "");
    if (value === undefined) return undefined;
    attributes[found[1]!] = value;
  }
  return attributes;
}
