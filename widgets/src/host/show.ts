import { displayBundle } from "@vitrine/kernel/cell";
import type { WidgetModel } from "@vitrine/kernel/controls";
import type {
  Curve,
  HalfMaps,
  Histogram,
  Image,
  ImageStack,
  Noun,
  PowerSpectrum,
  ShellCorrelation,
  Volume,
} from "vitrine";
import { ValueError } from "vitrine/core";
import type {
  CurveState,
  HistogramState,
  SpectrumState,
  VolumeState,
  WidgetState,
} from "../protocol/index.js";
import { figureOf, type ShowOptions } from "./figure/index.js";
import { liveView, type LiveView } from "./live.js";
import { isNoun } from "./noun.js";
import type {
  CurveShowOptions,
  HistogramShowOptions,
  ImageShowOptions,
  SpectrumShowOptions,
  VolumeShowOptions,
} from "./options.js";
import { requireContrast, requireCursor, requireLevel, requireRings, requireScale } from "./options.js";

export type VolumeView = LiveView<VolumeState, "cursor" | "contrast" | "level">;
export type SpectrumView = LiveView<SpectrumState, "contrast" | "ringsA">;
export type CurveView = LiveView<CurveState, never>;
export type HistogramView = LiveView<HistogramState, "scale" | "selection">;

/**
 * Shows a record of the library below the cell and gives its view into the hand of the code.
 *
 * A volume, or the mean of two half maps, has `cursor` (`[z, y, x]` in voxels), `contrast` (percentiles) and `level`
 * (density of the surface); a power spectrum `contrast` and `ringsA`; a histogram `scale` and `selection`. They can be
 * read and set, and follow what is done in the view. Images and stacks are pictures without a live view.
 *
 * @throws ValueError if the value is not a record of the library, or an option can't be used
 * @example
 * ```ts
 * const view = await show(map, { contrast: [1, 99.5] });
 * view.onChange("cursor", ([z, y, x]) => console.log(z, y, x));
 * view.level = 0.02;
 * ```
 */
export async function show(value: Volume | HalfMaps, options?: VolumeShowOptions): Promise<VolumeView>;
export async function show(value: PowerSpectrum, options?: SpectrumShowOptions): Promise<SpectrumView>;
export async function show(value: Curve | ShellCorrelation, options?: CurveShowOptions): Promise<CurveView>;
export async function show(value: Histogram, options?: HistogramShowOptions): Promise<HistogramView>;
export async function show(value: Image | ImageStack, options?: ImageShowOptions): Promise<void>;
export async function show(value: Noun, options: ShowOptions = {}): Promise<unknown> {
  if (!isNoun(value)) {
    const kinds = "a volume, half maps, an image, a stack, a spectrum, a curve, a correlation or a histogram";
    throw new ValueError("show", { got: value, wanted: kinds, hint: "display(x) shows any other value" });
  }
  const { bundle, model } = await figureOf(value, options);
  displayBundle({ data: bundle });
  return model === undefined ? undefined : viewOf(model);
}

function viewOf(model: WidgetModel<WidgetState>): unknown {
  switch (model.get("_widget")) {
    case "volume-view": {
      const volume = model as unknown as WidgetModel<VolumeState>;
      return liveView(volume, {
        cursor: (value) => requireCursor(value, volume.get("shape")),
        contrast: requireContrast,
        level: requireLevel,
      }) satisfies VolumeView;
    }
    case "spectrum-view":
      return liveView(model as unknown as WidgetModel<SpectrumState>, {
        contrast: requireContrast,
        ringsA: requireRings,
      }) satisfies SpectrumView;
    case "histogram":
      return liveView(model as unknown as WidgetModel<HistogramState>, {
        scale: requireScale,
        selection: requireSelection,
      }) satisfies HistogramView;
    case "curve-view":
      return liveView(model as unknown as WidgetModel<CurveState>, {}) satisfies CurveView;
  }
}

function requireSelection(value: unknown): readonly number[] {
  const range = Array.isArray(value) ? (value as unknown[]) : undefined;
  const good = range?.length === 0 || (range?.length === 2 && range.every(Number.isFinite));
  if (!good) throw new ValueError("selection", { got: value, wanted: "[low, high], or [] for none" });
  return range as number[];
}
