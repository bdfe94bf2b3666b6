import type { WidgetName } from "./names.js";

/** Numbers that travel as raw little-endian bytes: a typed array in the cell, a DataView in the browser. */
export type Packed = ArrayBufferView;

interface CommonState {
  /** Which widget draws this model. */
  readonly _widget: WidgetName;
  /** One line of text with the numbers: the picture's text alternative. */
  readonly text: string;
}

/** State of `Histogram`. */
export interface HistogramState extends CommonState {
  readonly _widget: "histogram";
  /** float64 counts per bin. */
  readonly counts: Packed;
  /** Lower edge of bin 0, and width of a bin. */
  readonly low: number;
  readonly width: number;
  readonly label: string;
  /** How counts are drawn. */
  readonly scale: "linear" | "log";
  /** Values chosen with the brush, `[]` for none. The view sets it. */
  readonly selection: readonly number[];
}

/** State of `CurveView`. */
export interface CurveState extends CommonState {
  readonly _widget: "curve-view";
  readonly title: string;
  readonly x: { readonly label: string; readonly unit: string };
  readonly y: { readonly label: string; readonly unit: string };
  /** float64 positions on the x axis. */
  readonly xValues: Packed;
  readonly series: readonly { readonly name: string; readonly role: "data" | "threshold" }[];
  /** float64, series after series. */
  readonly yValues: Packed;
  readonly crossings: readonly {
    readonly series: string;
    readonly threshold: string;
    /** `null` where the measurement never falls below. */
    readonly x: number | null;
    readonly resolutionA: number | null;
  }[];
}

/** State of `SpectrumView`; the picture itself comes as a {@link DataMessage} called "image". */
export interface SpectrumState extends CommonState {
  readonly _widget: "spectrum-view";
  /** `[ny, nx]` of the spectrum; its origin is at `[floor(ny/2), floor(nx/2)]`. */
  readonly shape: readonly number[];
  readonly pixelSizeA: number;
  /** Radii of the resolution rings, in Å. */
  readonly ringsA: readonly number[];
  /** Percentiles of log power drawn black and white. */
  readonly contrast: readonly [lowPercent: number, highPercent: number];
  /** float64 spatial frequency in 1/Å, and float64 mean power, of the radial profile. */
  readonly frequencyInvA: Packed;
  readonly power: Packed;
}

/** State of `VolumeView`; slices and the overview come as {@link DataMessage}s. */
export interface VolumeState extends CommonState {
  readonly _widget: "volume-view";
  /** `[nz, ny, nx]`. */
  readonly shape: readonly number[];
  readonly voxelSizeA: number;
  /** The three sizes `[z, y, x]`, only where voxels are no cubes; default: all `voxelSizeA`. */
  readonly voxelSizesA?: readonly number[];
  /** Voxel under the cross-hair, `[z, y, x]`. The view sets it; so may the cell. */
  readonly cursor: readonly number[];
  /** Percentiles of the density drawn black and white. */
  readonly contrast: readonly [lowPercent: number, highPercent: number];
  /** Density of the isosurface. The view's slider sets it; so may the cell. */
  readonly level: number;
  /** Smallest and largest density, the slider's range. */
  readonly range: readonly [min: number, max: number];
  /** 101 densities: percentile 0, 1, … 100, so that contrast needs no round trip. */
  readonly percentiles: readonly number[];
}

export type WidgetState = HistogramState | CurveState | SpectrumState | VolumeState;

/** What a saved notebook keeps of a figure, under the package's own MIME type. */
export interface SavedView {
  readonly version: string;
  readonly widget: WidgetName;
  /** Comm id of the live model; may be gone. */
  readonly model_id: string;
  readonly text: string;
}
