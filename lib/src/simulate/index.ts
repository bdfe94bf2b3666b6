export { blobDefaults, simulateBlobs } from "./blobs/simulate-blobs.js";
export type { BlobOptions, BlobPhantom } from "./blobs/simulate-blobs.js";
export { blobDensity, blobLineIntegrals } from "./blobs/density.js";
export type { BlobView } from "./blobs/density.js";
export { blobProjection } from "./blobs/projection.js";
export { blobProjectionTransform, blobTransform } from "./blobs/transform.js";
export { blobVolume } from "./blobs/volume.js";
export { simulateHalfMaps } from "./half-maps.js";
export type { SimulateHalfMapsOptions } from "./half-maps.js";
export { addWhiteNoise } from "./noise.js";
export type { NoiseLevel, WhiteNoiseOptions } from "./noise.js";
export { parsePhantom } from "./phantom/parse.js";
export type {
  Box,
  Combination,
  Cone,
  Cylinder,
  Ellipsoid,
  KaiserBesselBlob,
  PhantomDescription,
  PhantomFeature,
  Sphere,
} from "./phantom/features.js";
export { featureVolume } from "./phantom/shapes.js";
export { renderPhantom } from "./phantom/render.js";
export type { RenderPhantomOptions } from "./phantom/render.js";
export { slidePhantomText } from "./phantom/slide-phantom.js";
