import type { TaskOptions } from "../../core/index.js";
import type { Backend, Resident } from "../../compute/index.js";
import { halfWidth } from "../../fourier/index.js";
import type { Ctf } from "../../model/index.js";
import { complexTransferInto } from "../ctf/index.js";
import type { ContrastTransferOptions } from "../ctf/index.js";
import type { LensOptions } from "./options.js";

/** The images that a {@link Lens} is for: their side, their sampling, and how many are worked on together. */
export interface LensImages {
  readonly boxSizePx: number;
  readonly pixelSizeA: number;
  readonly count: number;
}

/** Multiplies transforms of images by their contrast transfer functions, which are real: the adjoint is the same. */
export interface Lens {
  /** Multiplies the spectra of images, of which the first is image `first` of all. */
  applyTo(spectra: Resident, first: number, options: TaskOptions): Promise<void>;
  release(): void;
}

/** A lens for all images, or for each its own. */
export function lensOf(backend: Backend, images: LensImages, { ctf, ...contrast }: LensOptions): Lens {
  const { boxSizePx: n, pixelSizeA, count } = images;
  const sampling = { shape: [n, n], pixelSizeA, ...contrast } as const;
  if (ctf === undefined) return { applyTo: () => Promise.resolve(), release: () => undefined };
  const length = 2 * n * halfWidth(n);
  const table = backend.allocate(isList(ctf) ? count * length : length, "contrast transfer functions");
  if (!isList(ctf)) backend.write(table, complexTransfers([ctf], length, sampling));
  return {
    async applyTo(spectra, first, options) {
      if (isList(ctf)) {
        backend.write(table, complexTransfers(ctf.slice(first, first + count), length, sampling));
      }
      await backend.multiply({ a: spectra, b: table, to: spectra, conjugate: false }, options);
    },
    release() {
      backend.release(table);
    },
  };
}

function complexTransfers(
  ctfs: readonly Ctf[],
  length: number,
  sampling: ContrastTransferOptions,
): Float32Array {
  const out = new Float32Array(ctfs.length * length);
  ctfs.forEach((ctf, i) => {
    complexTransferInto(out.subarray(i * length, (i + 1) * length), ctf, sampling);
  });
  return out;
}

function isList(ctf: Ctf | readonly Ctf[]): ctf is readonly Ctf[] {
  return Array.isArray(ctf);
}
