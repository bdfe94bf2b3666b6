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
export {
  angleBetweenDeg,
  composed,
  eulerFromRotation,
  identityRotation,
  quaternionFromRotation,
  randomRotation,
  rotated,
  rotationFromEuler,
  rotationFromQuaternion,
  transposed,
} from "./math/index.js";
export type { EulerAngles, Quaternion, Rotation, Vector3 } from "./math/index.js";
export {
  addWhiteNoise,
  blobProjection,
  blobProjectionTransform,
  blobTransform,
  blobVolume,
  parsePhantom,
  renderPhantom,
  simulateBlobs,
  simulateHalfMaps,
  slidePhantomText,
} from "./simulate/index.js";
export type {
  BlobOptions,
  BlobPhantom,
  BlobView,
  NoiseLevel,
  PhantomDescription,
  PhantomFeature,
  RenderPhantomOptions,
  SimulateHalfMapsOptions,
  WhiteNoiseOptions,
} from "./simulate/index.js";
export {
  amplitudes,
  centreToCorner,
  complexSpectrum,
  cornerToCentre,
  fastSizeFrom,
  fft,
  filterArray,
  frequencyIndex,
  halfSpectrum,
  ifft,
  irfft,
  joinAmplitudesAndPhases,
  phasesDeg,
  rfft,
  scaleByFrequency,
  shellCorrelation,
  shellIndex,
  shellPower,
  spectraCorrelation,
} from "./fourier/index.js";
export type {
  ComplexSpectrum,
  FilterProfile,
  Gain,
  HalfSpectrum,
  ShellColumns,
  ShellPower,
} from "./fourier/index.js";
export {
  applyBFactor,
  averageHalfMaps,
  applyMask,
  combineAmplitudePhase,
  filterDefaults,
  filterImage,
  filterVolume,
  histogram,
  percentiles,
  powerSpectrum,
  powerSpectrumDefaults,
  radialAverage,
  softMask,
} from "./image/index.js";
export type {
  AmplitudePhase,
  BFactorOptions,
  FilterOptions,
  HistogramOptions,
  PowerSpectrumOptions,
  SoftMaskOptions,
} from "./image/index.js";
export {
  backprojectImage,
  prepareProjector,
  projectFrom,
  projectionDefaults,
  projectVolume,
} from "./forward/index.js";
export type { ProjectOptions, Projector, ProjectorOptions, Viewpoint } from "./forward/index.js";
export {
  fourierRingCorrelation,
  fourierShellCorrelation,
  fscThreshold,
  referenceCorrelation,
  resolutionAt,
  shellCorrelationCurve,
} from "./stages/resolution/index.js";
export type {
  ImagePair,
  ResolutionOptions,
  RingCorrelationOptions,
  ShellCorrelationOptions,
  ThresholdName,
  VolumePair,
} from "./stages/resolution/index.js";
export {
  feiMetadata,
  memorySource,
  openSource,
  readImage,
  readImageStack,
  readMrc,
  readMrcHeader,
  readVolume,
  writeImage,
  writeImageStack,
  writeVolume,
} from "./io/index.js";
export type {
  ExtendedHeader,
  FeiMetadata,
  MrcFile,
  MrcHeader,
  MrcOpenOptions,
  MrcWriteMode,
  MrcWriteOptions,
  OpenSourceOptions,
  ReadImageOptions,
  ReadImageStackOptions,
  ReadMrcOptions,
  ReadVolumeOptions,
  Source,
  SourceInput,
} from "./io/index.js";
