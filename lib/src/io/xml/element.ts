import { FormatError } from "../../core/index.js";
import { numberIn } from "../text/index.js";

/** An element of an XML text. */
export interface XmlElement {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands between its tags, beside its children. */
  readonly text: string;
}

/** The element below `element` along a path of names, the first of each name; undefined where there is none. */
export function elementAt(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    element,
  );
}

/** The number that an element or attribute of `file` holds; undefined where it is not there. @throws FormatError if it is none */
export function numberOf(file: string, field: string, word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const value = numberIn(word.trim());
  if (Number.isFinite(value)) return value;
  throw new FormatError({ file, field, got: word.trim(), wanted: "a number" });
}
