/** Says what is wrong with a value, or `undefined` where nothing is. The type parameter is what it vouches for. */
export type Schema<T> = ((value: unknown, path: string) => string | undefined) & { readonly vouchesFor?: T };

/** Any text. */
export const text: Schema<string> = (value, path) =>
  typeof value === "string" ? undefined : wrong(path, value, "a string");

/** `true` or `false`. */
export const flag: Schema<boolean> = (value, path) =>
  typeof value === "boolean" ? undefined : wrong(path, value, "true or false");

/** A whole number, negative ones included: history counts from the end with them. */
export const whole: Schema<number> = (value, path) =>
  Number.isSafeInteger(value) ? undefined : wrong(path, value, "a whole number");

/** Any number that JSON can carry. */
export const number: Schema<number> = (value, path) =>
  Number.isFinite(value) ? undefined : wrong(path, value, "a number");

/** Anything at all. */
export const anything: Schema<unknown> = () => undefined;

/** A JSON object with any keys. */
export const record: Schema<Readonly<Record<string, unknown>>> = (value, path) =>
  isRecord(value) ? undefined : wrong(path, value, "an object");

/** One of a few words. */
export function word<T extends string>(...allowed: readonly T[]): Schema<T> {
  return (value, path) =>
    allowed.some((one) => one === value) ? undefined : wrong(path, value, `one of ${allowed.join(", ")}`);
}

/** An array whose elements all pass. */
export function list<T>(element: Schema<T>): Schema<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, value, "an array");
    return first(value.map((item, at) => element(item, `${path}[${at}]`)));
  };
}

/** An object used as a table: every value passes. */
export function table<T>(element: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return (value, path) => {
    if (!isRecord(value)) return wrong(path, value, "an object");
    return first(Object.entries(value).map(([key, item]) => element(item, `${path}.${key}`)));
  };
}

/** A field that may be left out. */
export function maybe<T>(schema: Schema<T>): Schema<T | undefined> {
  return (value, path) => (value === undefined ? undefined : schema(value, path));
}

/** A field that may be null. */
export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return (value, path) => (value === null ? undefined : schema(value, path));
}

/** An object with these fields; fields that are not named are let through, as newer protocols add some. */
export function fields<T extends object>(schemas: { readonly [K in keyof T]-?: Schema<T[K]> }): Schema<T> {
  const entries = Object.entries(schemas) as [string, Schema<unknown>][];
  return (value, path) => {
    if (!isRecord(value)) return wrong(path, value, "an object");
    return first(entries.map(([key, schema]) => schema(value[key], `${path}.${key}`)));
  };
}

/** A value that passes one of several; the last complaint is told. */
export function either<A, B>(a: Schema<A>, b: Schema<B>): Schema<A | B> {
  return (value, path) => (a(value, path) === undefined ? undefined : b(value, path));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}

function wrong(path: string, value: unknown, wanted: string): string {
  const got = value === undefined ? "nothing" : (JSON.stringify(value) ?? typeof value).slice(0, 80);
  return `${path}: got ${got}, wanted ${wanted}`;
}
