import { ShapeError, ValueError } from "../core/index.js";

/** One axis or family of numbers: a name and a unit, `""` where there is none. */
export interface Quantity {
  readonly label: string;
  readonly unit: string;
}

/** One line of a {@link Curve}. */
export interface Series {
  readonly name: string;
  readonly values: Float64Array;
  /** A measurement, or a criterion that measurements are held against. */
  readonly role: "data" | "threshold";
}

/** Where a measurement first falls below a criterion. */
export interface Crossing {
  readonly series: string;
  readonly threshold: string;
  /** Position on the x axis; `undefined` where the measurement never falls below. */
  readonly x: number | undefined;
  /** Resolution there in Å, for curves over spatial frequency. */
  readonly resolutionA?: number;
}

/** Lines over one axis: an FSC, a radial average, a convergence plot. */
export interface Curve {
  readonly kind: "curve";
  readonly title: string;
  readonly x: Quantity & { readonly values: Float64Array };
  readonly y: Quantity;
  readonly series: readonly Series[];
  readonly crossings: readonly Crossing[];
}

/** What {@link curve} is made of. */
export interface CurveParts {
  readonly title: string;
  readonly x: Quantity & { readonly values: Float64Array };
  readonly y: Quantity;
  readonly series: readonly Series[];
  readonly crossings?: readonly Crossing[];
}

/**
 * Makes a {@link Curve}.
 *
 * @throws ShapeError if a series is not as long as the axis
 * @throws ValueError if there is no series
 */
export function curve({ title, x, y, series, crossings = [] }: CurveParts): Curve {
  if (series.length === 0) throw new ValueError("curve: series", { got: "none", wanted: "at least one" });
  for (const line of series) {
    if (line.values.length !== x.values.length) {
      throw new ShapeError(`curve: series "${line.name}"`, {
        got: `${line.values.length} values`,
        wanted: `${x.values.length}, as on the axis`,
      });
    }
  }
  return { kind: "curve", title, x, y, series, crossings };
}
