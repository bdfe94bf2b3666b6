import { refusal } from "../refusal.js";

interface Tags<Tag> {
  value: readonly Tag[];
  allowedTags: readonly Tag[];
}

/** Lets only the allowed tags in, where some are named. @throws RangeError that names the first other one */
export function allowedTags<State extends Tags<string | number>>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
): Partial<State> {
  const { value, allowedTags } = { ...state, ...change };
  const other = allowedTags.length === 0 ? undefined : value.find((tag) => !allowedTags.includes(tag));
  if (other === undefined) return change;
  throw refusal(`${name}.value`, {
    got: other,
    wanted: `tags out of ${allowedTags.map((tag) => JSON.stringify(tag)).join(", ")}`,
    hint: "allowedTags names them; [] allows any",
  });
}

/** Lets only allowed numbers between the bounds in, as far as there are any. */
export function eachWithinBounds<State extends Tags<number> & { min: number | null; max: number | null }>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
): Partial<State> {
  const { value, min, max } = { ...state, ...change };
  const [least, most] = [min ?? -Infinity, max ?? Infinity];
  const other = value.find((tag) => tag < least || tag > most);
  if (other === undefined) return allowedTags(change, state, name);
  throw refusal(`${name}.value`, { got: other, wanted: `numbers from ${least} to ${most}` });
}

/** With `ensureOption` lets only the options in, or nothing at all. */
export function oneOfOptions<
  State extends { value: string; options: readonly string[]; ensureOption: boolean },
>(change: Partial<State>, state: Readonly<State>, name: string): Partial<State> {
  const { value, options, ensureOption } = { ...state, ...change };
  if (!ensureOption || value === "" || options.includes(value)) return change;
  throw refusal(`${name}.value`, {
    got: value,
    wanted: `one of the options: ${options.map((one) => JSON.stringify(one)).join(", ")}`,
    hint: "without ensureOption any text is taken",
  });
}
