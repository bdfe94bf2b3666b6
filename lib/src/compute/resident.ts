/** float32 numbers that live where a backend works; made by `Backend.allocate`, and of use to that backend only. */
export interface Resident {
  /** How many numbers. */
  readonly length: number;
}
