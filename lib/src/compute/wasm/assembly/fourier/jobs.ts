/** Rows to transform: a row of float64, as planning wrote it. Pitches are bytes from a row to the next. */
@unmanaged
export class RowsJob {
  plan: f64;
  from: f64;
  to: f64;
  rows: f64;
  fromPitch: f64;
  toPitch: f64;
  scale: f64;
  /** 1 for an inverse transform, else 0. */
  inverse: f64;
  /** Groups of rows, of four or eight, in a block: more than one where rows are short. */
  groups: f64;
}

/** Columns to transform, of each of some slabs: a row of float64. Both sides have the same pitches, in bytes. */
@unmanaged
export class ColumnsJob {
  plan: f64;
  from: f64;
  to: f64;
  columns: f64;
  rowPitch: f64;
  slabPitch: f64;
  scale: f64;
  inverse: f64;
  slabs: f64;
  /** Groups of columns in a block: more than one where columns are short. */
  groups: f64;
}

/** Planes whose rows and columns are transformed one after the other, while a cache holds them: a row of float64. */
@unmanaged
export class PlanesJob {
  /** 0: real rows, then columns; 1: complex rows, then columns; 2: columns, then half rows. */
  kind: f64;
  fromPitch: f64;
  toPitch: f64;
}

export const rowsJobBytes: usize = 72;
export const planesJobBytes: usize = 24;
