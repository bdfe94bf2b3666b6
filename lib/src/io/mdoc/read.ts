import type { TaskOptions } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import type { SourceInput } from "../source.js";
import { linesOf, readText } from "../text/index.js";
import type { MdocFile, MdocSection } from "./mdoc-file.js";

/**
 * Reads the metadata that SerialEM keeps beside its images, an `.mdoc` file, as it is: of a tilt series, a frame set, or a montage.
 * `mdocImages` gives its values in the library's units.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if a line is neither `key = value` nor a heading in brackets
 * @example
 * ```ts
 * import { readMdoc } from "vitrine";
 * const text = "PixelSpacing = 1.35\n[ZValue = 0]\nTiltAngle = -3.01\n";
 * const mdoc = await readMdoc(new TextEncoder().encode(text));
 * mdoc.sections[0]?.entries["TiltAngle"];   // "-3.01"
 * ```
 */
export async function readMdoc(input: SourceInput, options: TaskOptions = {}): Promise<MdocFile> {
  const text = await readText(input, options);
  const file = text.name;
  const entries = noEntries();
  const titles: string[] = [];
  const sections: (MdocSection & { readonly entries: Record<string, string> })[] = [];
  for (const { line, offset } of linesOf(text)) {
    const wrong = (got: string, wanted: string): never => {
      throw new FormatError({ file, field: "line", offset, got, wanted });
    };
    const words = line.trim();
    if (words === "") continue;
    const isHeading = words.startsWith("[") && words.endsWith("]");
    const [key, value] = keyAndValue(isHeading ? words.slice(1, -1) : words);
    const into = sections.at(-1)?.entries ?? entries;
    if (value === undefined) wrong(line, "key = value, or a heading in brackets");
    else if (isHeading && key === "T") titles.push(value);
    else if (isHeading) sections.push({ type: key, value, entries: noEntries() });
    else if (Object.hasOwn(into, key)) wrong(`${key} twice`, "each key once in its section");
    else into[key] = value;
  }
  if (sections.length === 0) {
    throw new FormatError({
      file,
      field: "[ZValue = 0]",
      got: "no section",
      wanted: "an mdoc file, with a section for each image",
    });
  }
  return { kind: "mdoc", name: file, entries, titles, sections };
}

/** What stands before and behind the equals sign; no value where there is none. */
function keyAndValue(words: string): readonly [key: string, value: string | undefined] {
  const at = words.indexOf("=");
  return at <= 0 ? [words, undefined] : [words.slice(0, at).trim(), words.slice(at + 1).trim()];
}

/** A key may be called as something that every object has. */
function noEntries(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}
