import { isBytes } from "./buffers.js";
import { shown } from "./refusal.js";
import { isModel } from "./registry.js";

/** No longer than one line of a notebook. */
const mostCharacters = 110;
/** More would not be seen on the line. */
const mostItems = 20;

/** One line that says what a model is: `IntSlider(value=3, min=0, max=10)`. */
export function modelText(name: string, state: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(state).map(([key, value]) => `${key}=${valueText(value)}`);
  const line = `${name}(${said.join(", ")})`;
  return line.length <= mostCharacters ? line : `${line.slice(0, mostCharacters - 1)}…`;
}

function valueText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, mostCharacters));
  if (isModel(value)) return String(value);
  if (isBytes(value)) return `${value.byteLength} bytes`;
  if (Array.isArray(value)) return `[${value.slice(0, mostItems).map(valueText).join(", ")}]`;
  return shown(value);
}
