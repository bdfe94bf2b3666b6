import { degToRad, requireOneOf, requirePositive } from "../../core/index.js";
import { elementCount } from "../../array/index.js";
import { frequencyIndex, halfWidth } from "../../fourier/index.js";
import type { Ctf } from "../../model/index.js";
import { aberrationOf, transferAt } from "./aberration.js";

/** Whether particles are darker than the ice, as in a raw micrograph, or brighter, as in images whose contrast was inverted. */
export type ParticleContrast = "dark" | "bright";

/** The sign of the contrast transfer. */
export interface ContrastOptions {
  /** Default `"dark"`: `-sin(gamma)`, as the microscope makes it. `"bright"` is the sign of RELION's function. */
  readonly particles?: ParticleContrast;
}

/** Options of {@link contrastTransfer}. */
export interface ContrastTransferOptions extends ContrastOptions {
  /** `[ny, nx]` of the image. */
  readonly shape: readonly [ny: number, nx: number];
  /** Å per pixel. */
  readonly pixelSizeA: number;
}

/**
 * The contrast transfer function on the half spectrum of an image, `[ny, floor(nx / 2) + 1]`, zero frequency at the corner:
 * `-sin(gamma) exp(-B s² / 4)` with `gamma = pi lambda df s² - (pi / 2) Cs lambda³ s⁴ + phase shift + atan(Q / sqrt(1 - Q²))`
 * (Wade 1992, Ultramicroscopy 46, 145; Mindell & Grigorieff 2003, J. Struct. Biol. 142, 334). It is its own adjoint.
 *
 * @throws ValueError if the pixel size is not above 0 or a side not a whole number
 * @row C1
 * @example
 * ```ts
 * const lens = ctf({ defocusUA: 15000, voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1 });
 * contrastTransfer(lens, { shape: [64, 64], pixelSizeA: 1 })[0]; // -0.1
 * ```
 */
export function contrastTransfer(ctf: Ctf, options: ContrastTransferOptions): Float32Array {
  const { shape, pixelSizeA } = options;
  elementCount("contrastTransfer", shape);
  requirePositive("pixelSizeA", pixelSizeA, "Å per pixel");
  const out = new Float32Array(shape[0] * halfWidth(shape[1]));
  writeTransfer(ctf, options, (at, value) => {
    out[at] = value;
  });
  return out;
}

/** The same as complex numbers, to multiply a half spectrum with. `out` holds one image's. */
export function complexTransferInto(out: Float32Array, ctf: Ctf, options: ContrastTransferOptions): void {
  writeTransfer(ctf, options, (at, value) => {
    out[2 * at] = value;
    out[2 * at + 1] = 0;
  });
}

/**
 * The contrast transfer function at one spatial frequency, in 1/Å, in the direction `directionDeg` from rising columns
 * towards rising rows.
 *
 * @row C1
 * @example
 * ```ts
 * const lens = ctf({ defocusUA: 15000, voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.07 });
 * contrastTransferAt(lens, { spatialFrequencyInvA: 0 }); // -0.07
 * ```
 */
export function contrastTransferAt(
  ctf: Ctf,
  {
    spatialFrequencyInvA,
    directionDeg = 0,
    particles = "dark",
  }: ContrastOptions & { readonly spatialFrequencyInvA: number; readonly directionDeg?: number },
): number {
  const direction = degToRad(directionDeg);
  const [x, y] = [spatialFrequencyInvA * Math.cos(direction), spatialFrequencyInvA * Math.sin(direction)];
  return signOf(particles) * transferAt(aberrationOf(ctf), x, y);
}

function writeTransfer(
  ctf: Ctf,
  { shape: [ny, nx], pixelSizeA, particles = "dark" }: ContrastTransferOptions,
  write: (at: number, value: number) => void,
): void {
  const aberration = aberrationOf(ctf);
  const sign = signOf(particles);
  const width = halfWidth(nx);
  for (let row = 0; row < ny; row++) {
    const y = frequencyIndex(row, ny) / (ny * pixelSizeA);
    for (let column = 0; column < width; column++) {
      const x = column / (nx * pixelSizeA);
      write(row * width + column, sign * transferAt(aberration, x, y));
    }
  }
}

function signOf(particles: ParticleContrast): number {
  return requireOneOf("particles", particles, ["dark", "bright"]) === "dark" ? -1 : 1;
}
