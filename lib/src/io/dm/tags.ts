import type { DmNumberType } from "./value-layout.js";

/** Tags under one heading; lists are groups whose tags have no labels. */
export interface DmGroup {
  readonly kind: "group";
  readonly tags: readonly DmTag[];
}

/** One entry of a group. */
export interface DmTag {
  /** Empty for the entries of a list. */
  readonly label: string;
  readonly value: DmValue;
}

/** Values that stay in the file until they are asked for: where they lie. */
export interface DmArray {
  readonly kind: "array";
  /** `"record"`: of several numbers each. */
  readonly type: DmNumberType | "record";
  readonly count: number;
  readonly offset: number;
  readonly bytes: number;
}

/** The value of a tag: records are lists of their numbers, arrays of 16-bit letters are text. */
export type DmValue = DmGroup | DmArray | number | string | readonly (number | string)[];

/** The value at the end of a path of labels, and of places in lists, from 0; undefined where there is none. */
export function tagAt(root: DmGroup, ...path: readonly (string | number)[]): DmValue | undefined {
  let value: DmValue | undefined = root;
  for (const step of path) {
    if (!isGroup(value)) return undefined;
    const { tags }: DmGroup = value;
    value = (typeof step === "number" ? tags[step] : tags.find(({ label }) => label === step))?.value;
  }
  return value;
}

/** Whether a value is a group. */
export function isGroup(value: DmValue | undefined): value is DmGroup {
  return typeof value === "object" && "kind" in value && value.kind === "group";
}

/** Whether a value is an array that stayed in the file. */
export function isArray(value: DmValue | undefined): value is DmArray {
  return typeof value === "object" && "kind" in value && value.kind === "array";
}
