import { describe, type Curve, type ShellCorrelation } from "vitrine";
import { shellCorrelationCurve } from "vitrine/stages/resolution";
import type { CurveState } from "../../protocol/index.js";
import { liveBundle, type Figure } from "../bundle.js";
import { thinCurve } from "../lod/thin.js";
import { openModel } from "../model.js";
import type { CurveShowOptions } from "../options.js";
import { plotlyFigure, plotlyMime } from "../plotly.js";
import { curveStill } from "../stills/curve-still.js";

/** Numbers in the state and in the notebook's copy: 64 KB as float64, about as much as JSON. */
const numberBudget = 8000;
/** Lines beyond this many are not told apart, and their names would fill the state. */
const mostSeries = 100;

/** Lines over one axis. */
export async function curveFigure(curve: Curve, { title }: CurveShowOptions): Promise<Figure<CurveState>> {
  return figure(title === undefined ? curve : { ...curve, title }, []);
}

/** A shell correlation with its thresholds and the resolutions where it crosses them. */
export async function shellCorrelationFigure(
  correlation: ShellCorrelation,
  { title }: CurveShowOptions,
): Promise<Figure<CurveState>> {
  const curve = shellCorrelationCurve(correlation);
  return figure(title === undefined ? curve : { ...curve, title }, [describe(correlation)]);
}

async function figure(whole: Curve, lines: readonly string[]): Promise<Figure<CurveState>> {
  const text = describe(whole);
  const curve = thinCurve({ ...whole, series: whole.series.slice(0, mostSeries) }, numberBudget);
  const { x, y, series } = curve;
  const state: CurveState = {
    _widget: "curve-view",
    title: curve.title,
    text,
    x: { label: x.label, unit: x.unit },
    y: { label: y.label, unit: y.unit },
    xValues: x.values,
    series: series.map(({ name, role }) => ({ name, role })),
    yValues: Float64Array.from(series.flatMap(({ values }) => Array.from(values))),
    crossings: curve.crossings.slice(0, mostSeries).map((crossing) => ({
      series: crossing.series,
      threshold: crossing.threshold,
      x: crossing.x ?? null,
      resolutionA: crossing.resolutionA ?? null,
    })),
  };
  const model = openModel(state);
  const plotly = { [plotlyMime]: plotlyFigure(curve) };
  const plain = [text, ...lines].join("\n");
  return { model, bundle: await liveBundle(model, { svg: curveStill(curve, text) }, plain, plotly) };
}
