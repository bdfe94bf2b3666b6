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
export { eerFrames } from "./eer/index.js";
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
export { encodeTiff, readTiff, tiffFrames, tiffToModel, writeTiff } from "./tiff/index.js";
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
export { angularDistribution, encodeBild, writeBild } from "./bild/index.js";
export type { AngularDistributionOptions, BildColour, BildShape } from "./bild/index.js";
export { readCtffind, readCtffindAverages } from "./ctffind/index.js";
export type { CtfEstimate, CtffindFile } from "./ctffind/index.js";
export { dmToModel, readDm } from "./dm/index.js";
export type { DmFile, DmHeader, DmModelOptions, ReadDmOptions } from "./dm/index.js";
export { emanHdf5ToModel, readEmanHdf5 } from "./eman-hdf5/index.js";
export type { EmanHdf5File, EmanImageHeader, ReadEmanHdf5Options } from "./eman-hdf5/index.js";
export { encodeFscXml, readFscXml, writeFscXml } from "./fsc-xml/index.js";
export { encodeImagic, imagicToModel, readImagic, writeImagic } from "./imagic/index.js";
export type {
  EncodedImagic,
  ImagicFile,
  ImagicHeader,
  ImagicInput,
  ImagicModelOptions,
  ReadImagicOptions,
} from "./imagic/index.js";
export { encodeJpeg, writeJpeg } from "./jpeg/index.js";
export type { JpegOptions } from "./jpeg/index.js";
export { encodeMdoc, mdocImages, readMdoc, writeMdoc } from "./mdoc/index.js";
export type {
  MdocContent,
  MdocEntries,
  MdocFile,
  MdocHeading,
  MdocImage,
  MdocSection,
} from "./mdoc/index.js";
export { encodeMmcif, readMmcif, writeMmcif } from "./mmcif/index.js";
export { readMtf } from "./mtf/index.js";
export { encodePdb, readPdb, writePdb } from "./pdb/index.js";
export { encodePng, writePng } from "./png/index.js";
export type { PngOptions } from "./png/index.js";
export { readRaw } from "./raw/index.js";
export type { RawLayout, ReadRawOptions } from "./raw/index.js";
export {
  readImodCommands,
  readTiltAngles,
  readTiltTransforms,
  writeTiltAngles,
  writeTiltTransforms,
} from "./tilt/index.js";
export type { ImodCommand, TiltTransform } from "./tilt/index.js";
export { readWarpTiltSeries } from "./warp/index.js";
export type { WarpTiltSeries } from "./warp/index.js";
export type { PictureOptions } from "./grey-levels.js";
