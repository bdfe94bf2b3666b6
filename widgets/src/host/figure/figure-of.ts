import type { Noun } from "vitrine";
import type { Figure } from "../bundle.js";
import type {
  CurveShowOptions,
  HistogramShowOptions,
  ImageShowOptions,
  SpectrumShowOptions,
  VolumeShowOptions,
} from "../options.js";
import { curveFigure, shellCorrelationFigure } from "./curve.js";
import { histogramFigure } from "./histogram.js";
import { imageFigure, imageStackFigure } from "./image.js";
import { spectrumFigure } from "./spectrum.js";
import { halfMapsFigure, volumeFigure } from "./volume.js";

/** The options of every figure; each takes its own. */
export type ShowOptions = VolumeShowOptions &
  SpectrumShowOptions &
  ImageShowOptions &
  CurveShowOptions &
  HistogramShowOptions;

/** The figure of a record of the library. */
export function figureOf(noun: Noun, options: ShowOptions = {}): Promise<Figure> {
  return drawn(noun, options) as Promise<Figure>;
}

function drawn(noun: Noun, options: ShowOptions): Promise<unknown> {
  switch (noun.kind) {
    case "volume":
      return volumeFigure(noun, options);
    case "half-maps":
      return halfMapsFigure(noun, options);
    case "image":
      return imageFigure(noun, options);
    case "image-stack":
      return imageStackFigure(noun, options);
    case "power-spectrum":
      return spectrumFigure(noun, options);
    case "curve":
      return curveFigure(noun, options);
    case "shell-correlation":
      return shellCorrelationFigure(noun, options);
    case "histogram":
      return histogramFigure(noun, options);
  }
}
