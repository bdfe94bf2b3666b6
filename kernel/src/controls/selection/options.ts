import { isBytes } from "../buffers.js";
import type { Kind } from "../kinds/index.js";
import { refusal } from "../refusal.js";
import { isSame } from "../same.js";

/** What can be chosen: values, `[label, value]` pairs, or a record or map from labels to values. */
export type Options<Value> =
  | readonly Value[]
  | readonly (readonly [label: string, value: Value])[]
  | Readonly<Record<string, Value>>
  | ReadonlyMap<string, Value>;

/** Options in the order in which they are shown. */
export interface Choices {
  readonly labels: readonly string[];
  readonly values: readonly unknown[];
}

/** Options as a key of a control; a new one has none. They stay in the kernel: the front end knows labels alone. */
export function options(): Kind<Options<unknown>> {
  return {
    wanted: "values, [label, value] pairs, or a record or map from labels to values",
    initial: () => [],
    is: (value) => typeof value === "object" && value !== null && !isBytes(value),
    convert: (value) => (value instanceof Set ? [...value] : value),
    name: null,
  };
}

/** Labels and values of options. A list is one of pairs when each of its items is an array that begins with text. */
export function choicesOf(given: Options<unknown>): Choices {
  if (!Array.isArray(given)) {
    const entries = given instanceof Map ? [...given.entries()] : Object.entries(given);
    return {
      labels: entries.map(([label]) => String(label)),
      values: entries.map(([, value]) => value as unknown),
    };
  }
  const items: readonly unknown[] = given;
  if (!items.every(isPair)) return { labels: items.map(String), values: items };
  return { labels: items.map(([label]) => label), values: items.map(([, value]) => value) };
}

/** Place of a value among the options. @throws RangeError if it isn't one of them */
export function placeOfValue(name: string, { labels, values }: Choices, value: unknown): number {
  const at = values.findIndex((one) => isSame(one, value));
  if (at >= 0) return at;
  throw refusal(`${name}.value`, { got: value, wanted: `one of the options: ${listed(labels)}` });
}

/** Place of a label among the options. @throws RangeError if it isn't one of them */
export function placeOfLabel(name: string, { labels }: Choices, label: string): number {
  const at = labels.indexOf(label);
  if (at >= 0) return at;
  throw refusal(`${name}.label`, { got: label, wanted: `one of the labels: ${listed(labels)}` });
}

/** The place itself. @throws RangeError if no option stands there */
export function requirePlace(name: string, { labels }: Choices, index: number): number {
  if (index >= 0 && index < labels.length) return index;
  const wanted = labels.length === 0 ? "null, as there are no options" : `from 0 to ${labels.length - 1}`;
  throw refusal(`${name}.index`, { got: index, wanted });
}

/** @throws RangeError for a control that can't be without options */
export function requireOptions(name: string, { labels }: Choices): void {
  if (labels.length > 0) return;
  throw refusal(`${name}.options`, {
    got: [],
    wanted: "at least one option",
    hint: "a slider always stands somewhere",
  });
}

function isPair(item: unknown): item is readonly [string, unknown] {
  return Array.isArray(item) && item.length === 2 && typeof item[0] === "string";
}

function listed(labels: readonly string[]): string {
  const first = labels.slice(0, 10).map((label) => JSON.stringify(label));
  return labels.length > 10 ? `${first.join(", ")} and ${labels.length - 10} more` : first.join(", ");
}
