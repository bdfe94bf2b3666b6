export { eulerFromRotation, rotationFromEuler } from "./euler.js";
export type { EulerAngles } from "./euler.js";
export { quaternionFromRotation, rotationFromQuaternion } from "./quaternion.js";
export type { Quaternion } from "./quaternion.js";
export { randomRotation } from "./random-rotation.js";
export { angleBetweenDeg, composed, identityRotation, rotated, transposed } from "./rotation.js";
export type { Rotation, Vector3 } from "./rotation.js";
