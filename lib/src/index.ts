/**
 * Vitrine: cryo-EM image processing as plain functions on plain records.
 *
 * @packageDocumentation
 */
export {
  FileError,
  FormatError,
  MemoryError,
  ShapeError,
  ValueError,
  isCryoError,
  seeded,
} from "./core/index.js";
export type { Progress, Random, TaskOptions } from "./core/index.js";
export { statistics } from "./array/index.js";
export type { RealArray, Statistics } from "./array/index.js";
export { curve, describe, halfMaps, image, imageStack, volume } from "./model/index.js";
export type {
  Crossing,
  Curve,
  HalfMaps,
  Histogram,
  Image,
  ImageOptions,
  ImageStack,
  ImageStackOptions,
  Noun,
  PowerSpectrum,
  ShellCorrelation,
  Volume,
  VolumeOptions,
} from "./model/index.js";
