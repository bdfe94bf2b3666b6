/** What one key of a control's state may be, and how it goes over the wire. */
export interface Kind<Value> {
  /** What is accepted, in words that fit behind "wanted". */
  readonly wanted: string;
  /** Value of a new control that is given none. */
  initial(): Value;
  /** Whether a value is of this kind. */
  is(value: unknown): boolean;
  /** Takes other writings of a value, e.g. a record for a layout; gives back what it does not know. */
  convert?(value: unknown): unknown;
  /** Default: as it is. */
  toWire?(value: Value): unknown;
  /** Default: as it is. */
  fromWire?(value: unknown): unknown;
  /** Name on the wire; `null` for a key that is not sent. Default: the key in snake case. */
  readonly name?: string | null;
  /** `false` for a key whose new value is not sent back to the view that set it. */
  readonly echoed?: false;
  /** `false` for a key that is left out of the line of text, since others say the same. */
  readonly told?: false;
}

/** One kind for each key of a state. */
export type Kinds<State extends object> = { readonly [Key in keyof State]-?: Kind<State[Key]> };

/** The same kind under another name on the wire. */
export function named<Value>(name: string, kind: Kind<Value>): Kind<Value> {
  return { ...kind, name };
}

/** The same kind for a key that is not sent: it follows from others. */
export function unsent<Value>(kind: Kind<Value>): Kind<Value> {
  return { ...kind, name: null };
}

/** The same kind for a key that is left out of the line of text. */
export function silent<Value>(kind: Kind<Value>): Kind<Value> {
  return { ...kind, told: false };
}

/** Also `null`, which is what a new control has unless `initial` is given. */
export function optional<Value>(kind: Kind<Value>, initial: Value | null = null): Kind<Value | null> {
  return {
    ...kind,
    wanted: `${kind.wanted} or null`,
    initial: () => initial,
    is: (value) => value === null || kind.is(value),
    convert: (value) => kind.convert?.(value) ?? value,
    toWire: (value) => (value === null ? null : asWire(kind, value)),
    fromWire: (value) => (value === null ? null : asRead(kind, value)),
  };
}

/** A value as it goes over the wire. */
export function asWire<Value>(kind: Kind<Value>, value: Value): unknown {
  return kind.toWire === undefined ? value : kind.toWire(value);
}

/** A value as it was read from the wire; it may be of another kind. */
export function asRead<Value>(kind: Kind<Value>, value: unknown): unknown {
  return kind.fromWire === undefined ? value : kind.fromWire(value);
}
