import { attributes as refined, extras, helps, wordings } from "./refinements.mjs";

/** Attributes of a model that name its classes in the front end. */
const isClassName = ({ name }) => /^_(model|view)_(name|module|module_version)$/.test(name);

/**
 * The attributes of a model as keys of its class: name in TypeScript, type, kind and the sentence above it.
 * @param {string} className
 * @param {readonly object[]} attributes
 */
export function keysOf(className, attributes) {
  const keys = attributes
    .filter((attribute) => !isClassName(attribute))
    .map((attribute) => {
      const [type, kind, initial] = refined[className]?.[attribute.name] ?? typeAndKind(attribute);
      const key = camel(attribute.name);
      const named = attribute.name.startsWith("_")
        ? `named(${JSON.stringify(attribute.name)}, ${kind})`
        : kind;
      return { key, type, kind: named, help: helpOf(attribute, initial) };
    });
  return [...keys, ...(extras[className] ?? [])];
}

/** Type in TypeScript and maker of the kind, both as text. */
function typeAndKind(attribute) {
  const [type, kind] = plainTypeAndKind(attribute);
  if (!attribute.allow_none) return [type, kind];
  const initial = attribute.default === null ? "" : `, ${literal(attribute.default)}`;
  return [`${type} | null`, `optional(${kind}${initial})`];
}

function plainTypeAndKind({ type, default: initial, enum: words, items, widget, union_attributes }) {
  if (Array.isArray(type)) {
    const [first, { enum: others }] = union_attributes;
    const [inner, kind] = plainTypeAndKind({ ...first, default: initial });
    return [`${inner} | ${literal(others[0])}`, `orWord(${kind}, ${literal(others[0])})`];
  }
  switch (type) {
    case "string":
      if (words === undefined) return ["string", initial ? `text(${literal(initial)})` : "text()"];
      return [words.map(literal).join(" | "), `word(${literal(words)}, ${literal(initial ?? words[0])})`];
    case "bool":
      return ["boolean", `flag(${initial ?? false})`];
    case "int":
      return ["number", `integer(${initial ?? 0})`];
    case "float":
      return ["number", `number(${initial ?? 0})`];
    case "bytes":
      return ["Bytes", "bytes()"];
    case "object":
      return ["Readonly<Record<string, unknown>>", "record()"];
    case "Date":
      return ["Date", "day()"];
    case "Datetime":
      return ["Date", "moment()"];
    case "Time":
      return ["ClockTime", "clockTime()"];
    case "reference":
      return initial === undefined ? ["Registered", "widget()"] : [widget, `part(() => ${widget})`];
    case "array": {
      const [inner, kind] = plainTypeAndKind(items);
      return [inner.includes(" ") ? `readonly (${inner})[]` : `readonly ${inner}[]`, `list(${kind})`];
    }
    default:
      throw new Error(`the schema has a type that the generator does not know: ${type}`);
  }
}

function helpOf({ name, help, type, default: plain }, initial = literal(plain)) {
  const given = help.trim() === "" ? helps[name] : help.trim();
  if (given === undefined) throw new Error(`neither the schema nor helps says what ${name} is`);
  const sentence = wordings
    .reduce((text, [from, to]) => text.replace(from, to), given)
    .replace(/[^.?]$/, "$&.");
  const shown = type === "reference" || type === "bytes" ? "" : `Default: ${initial}.`;
  return `${sentence} ${shown}`.trimEnd();
}

function camel(name) {
  return name.replace(/^_/, "").replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

/** A value as TypeScript writes it, with signs that can't be seen as escapes. */
function literal(value) {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
