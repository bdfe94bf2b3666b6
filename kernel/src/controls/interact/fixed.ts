/** A value that a function gets as it is, without a control. */
export class Fixed<Value> {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

/**
 * Keeps a parameter of an `interact` at one value, without a control.
 *
 * @example
 * ```ts
 * interact(({ image, sigma }) => blur(image, { sigma }), { image: fixed(micrograph), sigma: [0, 10] });
 * ```
 */
export function fixed<Value>(value: Value): Fixed<Value> {
  return new Fixed(value);
}
