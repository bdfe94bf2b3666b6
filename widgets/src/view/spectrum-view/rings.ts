import { formatResolution, haloText } from "../../draw/index.js";
import { pointAt, radiusPx } from "./geometry.js";
import type { Frequency, SpectrumGeometry } from "./geometry.js";

/** Colour of marks on the picture: the picture is grey in every theme. */
const ink = "#ffc857";
const halo = "rgba(0, 0, 0, 0.65)";

/** What lies over the picture. */
export interface RingMarks {
  readonly ringsA: readonly number[];
  readonly cursor: Frequency | undefined;
  readonly font: string;
}

/** Draws resolution rings with their labels, and the ring through the cursor. */
export function drawRings(
  context: CanvasRenderingContext2D,
  { ringsA, cursor, font }: RingMarks,
  geometry: SpectrumGeometry,
): void {
  context.font = `11px ${font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  let lastLabel = 0;
  for (const resolutionA of [...ringsA].sort((a, b) => b - a)) {
    const radius = radiusPx(1 / resolutionA, geometry);
    if (!(radius >= 4) || radius > geometry.side * Math.SQRT1_2) continue;
    ring(context, radius, geometry, { colour: ink, dash: [5, 4] });
    if (radius - lastLabel < 14) continue;
    lastLabel = radius;
    label(context, formatResolution(resolutionA), radius, geometry);
  }
  if (cursor !== undefined) drawCursor(context, cursor, geometry);
}

function ring(
  context: CanvasRenderingContext2D,
  radius: number,
  { side }: SpectrumGeometry,
  { colour, dash }: { readonly colour: string; readonly dash: readonly number[] },
): void {
  context.beginPath();
  context.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
  context.setLineDash([...dash]);
  context.strokeStyle = halo;
  context.lineWidth = 2.5;
  context.stroke();
  context.strokeStyle = colour;
  context.lineWidth = 1.25;
  context.stroke();
  context.setLineDash([]);
}

/** Labels stand on the diagonal to the upper right, where neither axis of the picture runs. */
function label(
  context: CanvasRenderingContext2D,
  text: string,
  radius: number,
  { side }: SpectrumGeometry,
): void {
  const along = Math.min(radius * Math.SQRT1_2, side / 2 - 24);
  const up = Math.sqrt(Math.max(0, radius ** 2 - along ** 2));
  const y = Math.max(9, side / 2 - up);
  haloText(context, text, side / 2 + along, y, { ink, halo });
}

function drawCursor(context: CanvasRenderingContext2D, cursor: Frequency, geometry: SpectrumGeometry): void {
  const radius = radiusPx(Math.hypot(cursor.x, cursor.y), geometry);
  if (radius > 3) ring(context, radius, geometry, { colour: "#fff", dash: [] });
  const { x, y } = pointAt(cursor, geometry);
  for (const [colour, width] of [
    [halo, 3],
    ["#fff", 1.25],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      context.moveTo(x + 3 * dx, y + 3 * dy);
      context.lineTo(x + 9 * dx, y + 9 * dy);
    }
    context.stroke();
  }
}
