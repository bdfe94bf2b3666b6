export { readTiltAngles, writeTiltAngles } from "./angles.js";
export { readImodCommands } from "./command-file.js";
export type { ImodCommand } from "./command-file.js";
export { readTiltTransforms, writeTiltTransforms } from "./transforms.js";
export type { TiltTransform } from "./transforms.js";
