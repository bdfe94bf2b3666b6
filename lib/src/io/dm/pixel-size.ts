import type { DmGroup } from "./tags.js";
import { tagAt } from "./tags.js";

/** Å in a unit of length, as the program spells it. */
const unitsA: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ["pm", 0.01],
  ["Å", 1],
  ["\u212b", 1],
  ["A", 1],
  ["Angstrom", 1],
  ["nm", 10],
  ["\u00b5m", 1e4],
  ["\u03bcm", 1e4],
  ["um", 1e4],
  ["mm", 1e7],
  ["m", 1e10],
]);

/** Å per pixel along y and x of an image; nothing where it is not calibrated, or in another unit, as a diffraction pattern is. */
export function pixelSizesOf(image: DmGroup): readonly [y: number, x: number] | undefined {
  const [x, y] = [0, 1].map((axis) => {
    const calibration = (name: string) => tagAt(image, "ImageData", "Calibrations", "Dimension", axis, name);
    const scale = calibration("Scale");
    const unit = calibration("Units");
    const unitA = unitsA.get(typeof unit === "string" ? unit.trim() : unit);
    return typeof scale === "number" && unitA !== undefined ? Math.abs(scale) * unitA : Number.NaN;
  }) as [number, number];
  return [x, y].every((size) => size > 0 && Number.isFinite(size)) ? [y, x] : undefined;
}
