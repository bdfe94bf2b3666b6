/**
 * The texts of a piece of XML, one by one, with their references resolved.
 * Throws unless every tag is closed in order, every attribute quoted, and every `&` and `<` part of the markup.
 */
export function textsOf(xml: string): string[] {
  const open: string[] = [];
  const texts: string[] = [];
  const token =
    /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[a-zA-Z][\w:-]*="(?:[^"<&]|&#?\w+;)*")*)\s*(\/?)>|((?:[^<&]|&#?\w+;)+)/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const found = token.exec(xml);
    if (found === null) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    const [, closing, name, , empty, text] = found;
    if (text !== undefined) {
      if (open.length === 0) throw new Error("text outside of the element");
      texts.push(text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))));
    } else if (closing === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else if (empty === "") open.push(name!);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return texts;
}

/** Names of the elements that occur. */
export function elementsOf(xml: string): Set<string> {
  return new Set([...xml.matchAll(/<([a-zA-Z][\w:-]*)/g)].map((match) => match[1]!));
}
