import { FormatError } from "../../core/index.js";
import type { Text } from "../text/index.js";
import { attributesOf, unescaped } from "./attributes.js";
import type { XmlElement } from "./element.js";

/** Deepest nesting that metadata have good reason for. */
const deepest = 200;

type Growing = XmlElement & { text: string; readonly children: XmlElement[] };

/**
 * The root element of an XML text. Prefixes of namespaces are left out; comments and instructions are passed over. Only the five
 * entities that every XML text has are known: a text that declares its own is refused, so nothing expands and nothing is fetched.
 *
 * @throws FormatError if it is not well formed, nested deeper than 200, or declares a document type
 */
export function parseXml({ name: file, text }: Text): XmlElement {
  const open: Growing[] = [];
  let root: XmlElement | undefined;

  function wrong(offset: number, got: string, wanted: string): never {
    throw new FormatError({ file, field: open.at(-1)?.name ?? "XML", offset, got: got.slice(0, 80), wanted });
  }

  /** Where the markup that begins at `start` ends, behind `mark`. */
  function endOf(start: number, mark: string): number {
    const at = text.indexOf(mark, start);
    return at < 0 ? wrong(start, text.slice(start, start + 80), `${mark} behind it`) : at + mark.length;
  }

  function begin(markup: string, offset: number): void {
    const isWhole = markup.endsWith("/");
    const name = /^[^\s/]+/.exec(markup)?.[0];
    if (name === undefined || !/^[\p{L}_:]/u.test(name))
      wrong(offset, `<${markup}>`, "the name of an element");
    const rest = markup.slice(name.length, isWhole ? -1 : undefined);
    const attributes = attributesOf(rest) ?? wrong(offset, `<${markup}>`, 'attributes as name="value"');
    const element: Growing = { name: localName(name), attributes, children: [], text: "" };
    if (open.length > 0) open.at(-1)!.children.push(element);
    else if (root !== undefined) wrong(offset, `<${markup}>`, "one root element");
    else root = element;
    if (isWhole) return;
    open.push(element);
    if (open.length > deepest) wrong(offset, `elements nested ${open.length} deep`, `${deepest} at most`);
  }

  function end(markup: string, offset: number): void {
    const name = localName(markup.slice(1).trim());
    if (open.at(-1)?.name !== name)
      wrong(offset, `<${markup}>`, `the end of ${open.at(-1)?.name ?? "nothing"}`);
    open.pop();
  }

  function words(from: number, to: number): void {
    const raw = text.slice(from, to);
    const inside = open.at(-1);
    if (inside !== undefined)
      inside.text +=
        unescaped(raw) ?? wrong(from, raw.trim(), "no entities but &lt; &gt; &amp; &quot; &apos;");
    else if (raw.trim() !== "") wrong(from, raw.trim(), "an XML text, which begins with <");
  }

  for (let at = 0; at < text.length;) {
    const markup = text.indexOf("<", at);
    words(at, markup < 0 ? text.length : markup);
    if (markup < 0) break;
    if (text.startsWith("<!--", markup)) at = endOf(markup + 4, "-->");
    else if (text.startsWith("<?", markup)) at = endOf(markup, "?>");
    else if (text.startsWith("<![CDATA[", markup)) {
      at = endOf(markup, "]]>");
      const inside = open.at(-1) ?? wrong(markup, "<![CDATA[", "an element around it");
      inside.text += text.slice(markup + 9, at - 3);
    } else if (text.startsWith("<!", markup))
      wrong(markup, text.slice(markup, markup + 80), "no document type: its entities are not expanded");
    else {
      at = endOfTag(text, markup) ?? wrong(markup, text.slice(markup, markup + 80), "> behind it");
      const inner = text.slice(markup + 1, at - 1);
      if (inner.startsWith("/")) end(inner, markup);
      else begin(inner, markup);
    }
  }
  if (open.length > 0) wrong(text.length, "the end of the text", `the end of ${open.at(-1)!.name}`);
  return root ?? wrong(0, "no element", "an XML text");
}

/** The place behind the `>` of the tag that begins at `start`; one within quotes does not end it. */
function endOfTag(text: string, start: number): number | undefined {
  let quote = "";
  for (let at = start; at < text.length; at++) {
    const letter = text[at]!;
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at + 1;
  }
  return undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
