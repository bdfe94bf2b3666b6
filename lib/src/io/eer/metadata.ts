/** One thing that the camera's program says of a movie, e.g. `"exposureTime"` in `"s"`. */
export interface EerItem {
  readonly text: string;
  readonly unit?: string;
}

/** What the camera's program says of a movie, by name. */
export type EerMetadata = ReadonlyMap<string, EerItem>;

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/**
 * The items of the text that lies in tag 65001: `<item name="..." unit="...">...</item>`. Nothing but the five entities of
 * XML is expanded, and what is no item is passed over.
 */
export function parseEerMetadata(xml: string): EerMetadata {
  const items = new Map<string, EerItem>();
  for (const piece of xml.split("<item ").slice(1)) {
    const headEnd = piece.indexOf(">");
    const end = piece.indexOf("</item", headEnd);
    const head = piece.slice(0, Math.max(0, headEnd));
    const name = attribute(head, "name");
    if (headEnd < 0 || end < 0 || name === undefined) continue;
    const unit = attribute(head, "unit");
    items.set(name, {
      text: unescaped(piece.slice(headEnd + 1, end).trim()),
      ...(unit !== undefined && { unit }),
    });
  }
  return items;
}

/** The number of an item, undefined if there is none. */
export function itemNumber(metadata: EerMetadata, name: string): number | undefined {
  const text = metadata.get(name)?.text;
  if (text === undefined || !/^[+-]?\d+(\.\d*)?([eE][+-]?\d+)?$/.test(text)) return undefined;
  return Number(text);
}

function attribute(head: string, name: string): string | undefined {
  const found = ` ${head}`.indexOf(` ${name}="`);
  if (found < 0) return undefined;
  const start = found + name.length + 2;
  const end = head.indexOf('"', start);
  return end < 0 ? undefined : unescaped(head.slice(start, end));
}

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name]!);
}
