export { choleskyDecomposition, solvePositiveDefinite } from "./cholesky.js";
export type { MatrixShape } from "./matrix.js";
export { pseudoInverse } from "./pseudo-inverse.js";
export { qrDecomposition } from "./qr.js";
export type { OrthogonalTriangular } from "./qr.js";
export { singularValues } from "./singular-values.js";
export type { SingularValues } from "./singular-values.js";
export { symmetricEigen } from "./symmetric-eigen.js";
export type { SymmetricEigen } from "./symmetric-eigen.js";
