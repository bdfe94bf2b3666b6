import { haloText } from "./canvas.js";
import { formatCount } from "./ticks.js";

/** A length in Å to draw as a bar, and how long that is on the screen. */
export interface ScaleBar {
  readonly lengthA: number;
  readonly lengthPx: number;
  readonly label: string;
}

/** The longest round length (1, 2, 5 times a power of ten, in Å) that is no longer than `maxPx` on the screen. */
export function scaleBar(angstromPerPx: number, maxPx: number): ScaleBar {
  const longest = angstromPerPx * maxPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const digit = longest / power;
  const lengthA = (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
  const label = lengthA >= 1e4 ? `${formatCount(lengthA / 1e4)} µm` : `${Number(lengthA.toPrecision(3))} Å`;
  return { lengthA, lengthPx: lengthA / angstromPerPx, label };
}

/** Draws a scale bar whose left end is at `(x, y)`, its label above it. */
export function drawScaleBar(
  context: CanvasRenderingContext2D,
  bar: ScaleBar,
  at: { readonly x: number; readonly y: number; readonly font: string },
): void {
  context.fillStyle = "rgba(0, 0, 0, 0.55)";
  context.fillRect(at.x - 1, at.y - 2, bar.lengthPx + 2, 5);
  context.fillStyle = "#fff";
  context.fillRect(at.x, at.y - 1, bar.lengthPx, 3);
  context.font = `11px ${at.font}`;
  context.textAlign = "left";
  context.textBaseline = "bottom";
  haloText(context, bar.label, at.x, at.y - 4, { ink: "#fff", halo: "rgba(0, 0, 0, 0.55)" });
}
