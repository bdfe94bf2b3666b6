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
export type { ReadParticlesOptions } from "./read-particles.js";
export type { GivenOptics } from "./relion/index.js";
export { readVolume } from "./read-volume.js";
export type { ReadVolumeOptions } from "./read-volume.js";
export { memorySource } from "./source.js";
export type { Source, SourceInput } from "./source.js";
export { eerFrames, isEer } from "./eer/index.js";
export type {
  EerCoding,
  EerFacts,
  EerFractionation,
  EerFrames,
  EerGrid,
  EerItem,
  EerMetadata,
  EerOptions,
  EerUpsampling,
} from "./eer/index.js";
export { emToModel, readEm, writeEm } from "./em/index.js";
export type { EmFile } from "./em/index.js";
export { npyToModel, readNpy, writeNpy } from "./npy/index.js";
export type { NpyFile, NpyModelOptions } from "./npy/index.js";
export { readSpider, spiderToModel, writeSpider } from "./spider/index.js";
export type { ReadSpiderOptions, SpiderFile } from "./spider/index.js";
export { encodeTiff, isTiff, readTiff, tiffFrames, tiffToModel, writeTiff } from "./tiff/index.js";
export type {
  EncodedTiff,
  ImageJFacts,
  PackedSample,
  ReadTiffOptions,
  TiffFacts,
  TiffFile,
  TiffFrames,
  TiffModelOptions,
  TiffOptions,
  TiffSample,
  TiffWriteOptions,
  TiffWriteType,
} from "./tiff/index.js";
export type { RasterOptions } from "./raster-to-model.js";
export { encodeStar, readStar, starTable, writeStar } from "./star/index.js";
export type { StarBlock, StarContent, StarFile } from "./star/index.js";
export { writeImage } from "./write-image.js";
export { writeParticles } from "./write-particles.js";
export type { WriteParticlesOptions } from "./write-particles.js";
export { writeImageStack } from "./write-image-stack.js";
export { writeVolume } from "./write-volume.js";
