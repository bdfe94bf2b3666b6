const headings: Readonly<Record<string, string>> = {
  throws: "Throws",
  returns: "Returns",
  return: "Returns",
  example: "Example:",
  deprecated: "Deprecated",
  see: "See",
  remarks: "",
  defaultValue: "Default:",
};

/** The inside of a doc comment as Markdown: leading stars go, tags become words. */
export function docMarkdown(comment: string): string {
  const lines = comment
    .split("\n")
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd())
    .map(tagLine)
    .filter((line) => line !== undefined);
  return lines
    .join("\n")
    .replace(/\{@link(?:code|plain)?\s+([^}|\s]+)[^}]*\}/g, "`$1`")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function tagLine(line: string): string | undefined {
  const [, tag, rest = ""] = /^@(\w+)\s*(.*)$/.exec(line) ?? [];
  if (tag === undefined) return line;
  if (tag === "row") return undefined;
  if (tag === "param") return rest.replace(/^(?:\{[^}]*\}\s*)?(\[?[\w.$]+\]?)\s*-?\s*/, "- `$1` ");
  const heading = headings[tag] ?? tag;
  return `\n${heading === "" ? "" : `**${heading}** `}${rest}`.trimEnd();
}
