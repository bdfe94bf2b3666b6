import { requireBetween, requirePositive } from "../core/index.js";

/** What the images of one microscope session have in common: lens, voltage, sampling. */
export interface OpticsGroup {
  readonly name: string;
  readonly voltageKV: number;
  /** Spherical aberration, in mm. */
  readonly csMm: number;
  /** Share of the contrast that comes from amplitudes, from 0 to 1. */
  readonly amplitudeContrast: number;
  /** Å per pixel of the particles' images. */
  readonly pixelSizeA: number;
  /** Å per pixel of the micrographs, of which coordinates count pixels. Left out where it is not known. */
  readonly micrographPixelSizeA?: number;
  /** Side of the particles' images. Left out where it is not known. */
  readonly boxSizePx?: number;
  /** In mrad. Left out where it is not known. */
  readonly beamTiltMrad?: readonly [x: number, y: number];
  /** What a file tells beyond this, under its own names. */
  readonly other?: Readonly<Record<string, number | string>>;
}

/**
 * Makes an {@link OpticsGroup}.
 *
 * @throws ValueError if the voltage or a pixel size is not above 0, Cs negative, or the amplitude contrast not in 0 to 1
 * @example
 * ```ts
 * opticsGroup({ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 }).csMm;   // 2.7
 * ```
 */
export function opticsGroup(group: OpticsGroup): OpticsGroup {
  const { name, voltageKV, csMm, amplitudeContrast, pixelSizeA, micrographPixelSizeA, boxSizePx } = group;
  const what = `optics group ${name}`;
  requirePositive(`${what}: voltageKV`, voltageKV, "kV");
  requireBetween(`${what}: csMm`, csMm, 0, Number.MAX_VALUE, "mm");
  requireBetween(`${what}: amplitudeContrast`, amplitudeContrast, 0, 1, "shares of the whole");
  requirePositive(`${what}: pixelSizeA`, pixelSizeA, "Å per pixel");
  if (micrographPixelSizeA !== undefined)
    requirePositive(`${what}: micrographPixelSizeA`, micrographPixelSizeA, "Å per pixel");
  if (boxSizePx !== undefined) requirePositive(`${what}: boxSizePx`, boxSizePx, "pixels");
  return group;
}
