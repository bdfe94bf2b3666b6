export type { ExpandLimits } from "./compression/expand.js";
export { encodeMrc, feiMetadata, readMrc, readMrcHeader } from "./mrc/index.js";
export type {
  EncodedMrc,
  ExtendedHeader,
  FeiMetadata,
  MrcData,
  MrcFile,
  MrcHeader,
  MrcOpenOptions,
  MrcWriteMode,
  MrcWriteOptions,
  ReadMrcOptions,
  SectionRange,
  Triple,
} from "./mrc/index.js";
export { openSource } from "./open-source.js";
export type { OpenSourceOptions } from "./open-source.js";
export { readImage } from "./read-image.js";
export type { ReadImageOptions } from "./read-image.js";
export { readImageStack } from "./read-image-stack.js";
export type { ReadImageStackOptions } from "./read-image-stack.js";
export { readParticles } from "./read-particles.js";
export { readVolume } from "./read-volume.js";
export type { ReadVolumeOptions } from "./read-volume.js";
export { memorySource } from "./source.js";
export type { Source, SourceInput } from "./source.js";
export { encodeStar, readStar, starTable, writeStar } from "./star/index.js";
export type { StarBlock, StarContent, StarFile } from "./star/index.js";
export { writeImage } from "./write-image.js";
export { writeParticles } from "./write-particles.js";
export { writeImageStack } from "./write-image-stack.js";
export { writeVolume } from "./write-volume.js";
