import { Matrix, QrDecomposition } from "ml-matrix";

/**
 * The step that makes `|residuals + jacobian step|² + damping |scales step|²` smallest, by QR of both parts together, which
 * never squares the jacobian. Parameters that are `held` stay where they are.
 */
export function dampedStep(
  jacobian: Float64Array,
  residuals: Float64Array,
  scales: Float64Array,
  damping: number,
  held: readonly boolean[],
): Float64Array {
  const columns = scales.length;
  const rows = residuals.length;
  const stacked = Matrix.zeros(rows + columns, columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (!held[j]!) stacked.set(i, j, jacobian[i * columns + j]! / scales[j]!);
    }
  }
  for (let j = 0; j < columns; j++) stacked.set(rows + j, j, held[j]! ? 1 : Math.sqrt(damping));
  const target = Matrix.zeros(rows + columns, 1);
  residuals.forEach((residual, i) => target.set(i, 0, -residual));
  const step = new QrDecomposition(stacked).solve(target).to1DArray();
  return Float64Array.from(step, (value, j) => value / scales[j]!);
}
