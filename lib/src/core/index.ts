export {
  CryoError,
  FileError,
  FormatError,
  MemoryError,
  ShapeError,
  ValueError,
  isCryoError,
  printable,
} from "./errors.js";
export type { ErrorDetail, ErrorTag, FormatDetail } from "./errors.js";
export { requireBetween, requireFinite, requireInteger, requireOneOf, requirePositive } from "./checks.js";
export { setAmbientTask, startTask } from "./task.js";
export type { Progress, Task, TaskOptions } from "./task.js";
export { seeded } from "./random.js";
export type { Random } from "./random.js";
export { degToRad, radToDeg, significant } from "./units.js";
