import type { Runtime } from "node:inspector";

/** Text of a value longer than this is cut, in UTF-16 units: it stands in one line of a panel. */
const mostText = 300;

/** A value in one line, read without running any of its code. */
export function describeValue(value: Runtime.RemoteObject): string {
  return shortened(text(value));
}

/** How many elements a list, a map or a set has; `undefined` for what is none of them. */
export function elementCount({ subtype, description = "" }: Runtime.RemoteObject): number | undefined {
  if (!["array", "typedarray", "map", "set"].includes(subtype ?? "")) return undefined;
  return Number(/\((\d+)\)$/.exec(description)?.[1] ?? 0);
}

function text({ type, subtype, value, description = "", preview }: Runtime.RemoteObject): string {
  if (type === "string") return JSON.stringify(value);
  if (type === "function") return signature(description);
  if (type !== "object" || subtype === "null") return description === "" ? String(value) : description;
  if (subtype === "error") return description.split("\n", 1)[0]!;
  return preview === undefined || preview.properties.length + (preview.entries?.length ?? 0) === 0
    ? description
    : `${description} ${contents(preview)}`;
}

/** What stands before a function's body. */
function signature(description: string): string {
  if (description.startsWith("class")) return description.replace(/\s*\{[^]*$/, "");
  const head = description.replace(/\s*=>[^]*$/, " => …").replace(/\s*\{[^]*$/, "");
  return head.replace(/\s+/g, " ").trim();
}

function contents(preview: Runtime.ObjectPreview): string {
  const { subtype, entries, overflow, properties } = preview;
  const isList = subtype === "array" || subtype === "typedarray";
  const parts =
    entries?.map(({ key, value }) => (key === undefined ? "" : `${within(key)} => `) + within(value)) ??
    properties
      .filter(({ name }) => !isList || /^\d+$/.test(name))
      .map((property) => (isList ? element(property) : `${property.name}: ${element(property)}`));
  if (overflow) parts.push("…");
  return isList ? `[${parts.join(", ")}]` : `{${parts.join(", ")}}`;
}

function element({ type, subtype, value = "…" }: Runtime.PropertyPreview): string {
  if (type === "string") return JSON.stringify(value);
  return type === "function" ? "ƒ" : subtype === "null" ? "null" : value;
}

function within({ type, description = "" }: Runtime.ObjectPreview): string {
  return type === "string" ? JSON.stringify(description) : description;
}

function shortened(line: string): string {
  return line.length > mostText ? `${line.slice(0, mostText - 1)}…` : line;
}
