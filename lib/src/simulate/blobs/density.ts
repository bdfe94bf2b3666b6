import { originIndex } from "../../array/index.js";
import type { Rotation } from "../../math/index.js";
import { rotated } from "../../math/index.js";
import type { BlobPhantom } from "./simulate-blobs.js";

/** Beyond this many standard deviations a Gaussian is below 1e-17 of its peak: less than a double can add. */
const reachSigmas = 9;

/** How a phantom is turned before it is looked at. */
export interface BlobView {
  /** Rotation of the map: the centre of a blob at p comes to lie at `rotation` p. Default: none. */
  readonly rotation?: Rotation;
}

/** One blob, turned: its centre in pixels from the origin, standard deviation in pixels, and peak density. */
export interface TurnedBlob {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly sigma: number;
  readonly weight: number;
}

/** The blobs of a phantom after the rotation. */
export function turnedBlobs(phantom: BlobPhantom, { rotation }: BlobView): TurnedBlob[] {
  return Array.from({ length: phantom.count }, (_, blob) => {
    const at = phantom.centresPx;
    const p: [number, number, number] = [at[3 * blob]!, at[3 * blob + 1]!, at[3 * blob + 2]!];
    const [x, y, z] = rotation === undefined ? p : rotated(rotation, p);
    return { x, y, z, sigma: phantom.sigmasPx[blob]!, weight: phantom.weights[blob]! };
  });
}

/** Density of the turned phantom at every voxel, `[n, n, n]`, in double precision. */
export function blobDensity(phantom: BlobPhantom, view: BlobView = {}): Float64Array {
  const n = phantom.boxSizePx;
  const out = new Float64Array(n * n * n);
  for (const blob of turnedBlobs(phantom, view)) {
    const alongX = profile(blob.x, blob.sigma, n);
    const alongY = profile(blob.y, blob.sigma, n);
    const alongZ = profile(blob.z, blob.sigma, n);
    for (let z = 0; z < alongZ.values.length; z++) {
      for (let y = 0; y < alongY.values.length; y++) {
        const height = blob.weight * alongZ.values[z]! * alongY.values[y]!;
        addRow(out, ((alongZ.first + z) * n + alongY.first + y) * n, height, alongX);
      }
    }
  }
  return out;
}

/** Line integrals of the turned phantom along z, `[n, n]`, in double precision; the unit of length is the pixel. */
export function blobLineIntegrals(phantom: BlobPhantom, view: BlobView = {}): Float64Array {
  const n = phantom.boxSizePx;
  const out = new Float64Array(n * n);
  for (const blob of turnedBlobs(phantom, view)) {
    const through = blob.weight * blob.sigma * Math.sqrt(2 * Math.PI);
    const alongX = profile(blob.x, blob.sigma, n);
    const alongY = profile(blob.y, blob.sigma, n);
    for (let y = 0; y < alongY.values.length; y++) {
      addRow(out, (alongY.first + y) * n, through * alongY.values[y]!, alongX);
    }
  }
  return out;
}

interface Profile {
  readonly first: number;
  readonly values: Float64Array;
}

/** A Gaussian of peak 1 along one axis of `n` pixels, only where it counts. */
function profile(centre: number, sigma: number, n: number): Profile {
  const at = centre + originIndex(n);
  const first = Math.max(0, Math.ceil(at - reachSigmas * sigma));
  const last = Math.min(n - 1, Math.floor(at + reachSigmas * sigma));
  const values = new Float64Array(Math.max(0, last - first + 1));
  for (let i = 0; i < values.length; i++)
    values[i] = Math.exp(-((first + i - at) ** 2) / (2 * sigma * sigma));
  return { first, values };
}

function addRow(out: Float64Array, rowStart: number, height: number, { first, values }: Profile): void {
  for (let x = 0; x < values.length; x++) out[rowStart + first + x]! += height * values[x]!;
}
