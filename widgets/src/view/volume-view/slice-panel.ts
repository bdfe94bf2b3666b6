import { createPainter, drawScaleBar, haloText, scaleBar, sizedContext, valueAt } from "../../draw/index.js";
import { element, focusableCanvas, onKeys } from "../parts/index.js";
import type { Scope } from "../parts/index.js";
import { axes, cursorAt, cursorPoint, insideGrid, planes, pxPerA, sliceRect } from "./geometry.js";
import type { Axis, Grid, Triple } from "./geometry.js";
import type { Slice } from "./slices.js";

/** Colours of the axes x, y, z, as in most programs: red, green, blue; light enough for a black ground. */
export const axisColours: Readonly<Record<Axis, string>> = { x: "#ff7b72", y: "#6fdc8c", z: "#79b8ff" };

/** What a panel draws. */
export interface SliceDrawing {
  readonly grid: Grid;
  readonly cursor: Triple;
  readonly slice: Slice | undefined;
  readonly limits: readonly [low: number, high: number];
  readonly side: number;
  readonly font: string;
}

/** One of the three slices. */
export interface SlicePanel {
  readonly node: HTMLElement;
  readonly draw: (drawing: SliceDrawing) => void;
}

/** What a panel needs of the view. */
export interface SlicePanelParts {
  readonly axis: Axis;
  readonly grid: () => Grid;
  readonly cursor: () => Triple;
  readonly moveTo: (cursor: Triple) => void;
}

/**
 * Makes a panel. Pressing and dragging moves the cross-hair; arrow keys move it within the slice, PageUp and PageDown through the
 * map (Shift: ten voxels at once), Home to the middle; the wheel moves through the map while the panel is in focus.
 */
export function slicePanel(scope: Scope, { axis, grid, cursor, moveTo }: SlicePanelParts): SlicePanel {
  const { across, down, through } = planes[axis];
  const canvas = focusableCanvas(
    `Slice perpendicular to ${axis}: arrow keys move the cross-hair, PageUp and PageDown the slice`,
    axis,
  );
  canvas.style.cursor = "crosshair";
  const node = element("div", { class: "vitrine-cell" }, [canvas]);
  const painter = createPainter();
  scope.add(painter.dispose);

  const moveToPoint = (event: PointerEvent): void =>
    moveTo(cursorAt(grid(), axis, cursor(), canvas.clientWidth, { x: event.offsetX, y: event.offsetY }));
  const step = (along: 0 | 1 | 2, by: number): void => {
    const next: [number, number, number] = [...cursor()];
    next[along] += by;
    moveTo(insideGrid(next, grid().shape));
  };
  const key = (along: 0 | 1 | 2, by: number) => (event: KeyboardEvent) =>
    step(along, event.shiftKey ? 10 * by : by);

  scope.listen(canvas, "pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    moveToPoint(event);
  });
  scope.listen(canvas, "pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) moveToPoint(event);
  });
  scope.listen(
    canvas,
    "wheel",
    (event) => {
      if (
        canvas.getRootNode() instanceof Document
          ? document.activeElement !== canvas
          : !canvas.matches(":focus")
      )
        return;
      event.preventDefault();
      step(through, event.deltaY > 0 ? 1 : -1);
    },
    { passive: false },
  );
  onKeys(scope, canvas, {
    ArrowLeft: key(across, -1),
    ArrowRight: key(across, 1),
    ArrowUp: key(down, -1),
    ArrowDown: key(down, 1),
    PageUp: key(through, 1),
    PageDown: key(through, -1),
    Home: () =>
      moveTo(insideGrid(grid().shape.map((size) => Math.floor(size / 2)) as unknown as Triple, grid().shape)),
  });

  const draw = (drawing: SliceDrawing): void => {
    const { side, slice } = drawing;
    const context = sizedContext(canvas, side, side);
    if (context === undefined) return;
    if (slice !== undefined) {
      painter.show(slice.of);
      const [width, height] = [drawing.grid.shape[across], drawing.grid.shape[down]];
      painter.paint(context, {
        limits: drawing.limits,
        map: "grey",
        source: { x: 0, y: 0, width: width / slice.binning, height: height / slice.binning },
        target: sliceRect(drawing.grid, axis, side),
      });
    }
    drawCrossHair(context, axis, drawing);
    drawLabels(context, axis, drawing);
    canvas.dataset["backend"] = painter.backend();
    canvas.dataset["drawn"] =
      slice === undefined
        ? "empty"
        : slice.binning === 1 && slice.of.data instanceof Float32Array
          ? "exact"
          : "overview";
  };
  return { node, draw };
}

/** The density under the cross-hair. */
export function sliceValue({ of, binning }: Slice, axis: Axis, cursor: Triple): number | undefined {
  const { across, down } = planes[axis];
  return valueAt(of, Math.floor(cursor[down] / binning), Math.floor(cursor[across] / binning));
}

/** Two lines in the colours of the axes they run along, open in the middle so that the voxel stays visible. */
function drawCrossHair(
  context: CanvasRenderingContext2D,
  axis: Axis,
  { grid, cursor, side }: SliceDrawing,
): void {
  const { across, down } = planes[axis];
  const rect = sliceRect(grid, axis, side);
  const { x, y } = cursorPoint(grid, axis, cursor, side);
  const gap = Math.max(7, (0.5 * rect.width) / grid.shape[across] + 3);
  const lines = [
    [rect.x, y, x - gap, y, axes[across]!],
    [x + gap, y, rect.x + rect.width, y, axes[across]!],
    [x, rect.y, x, y - gap, axes[down]!],
    [x, y + gap, x, rect.y + rect.height, axes[down]!],
  ] as const;
  context.lineWidth = 1;
  context.globalAlpha = 0.85;
  for (const [x0, y0, x1, y1, along] of lines) {
    if (x1 < x0 || y1 < y0) continue;
    context.strokeStyle = axisColours[along];
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** The slice's name, the directions of its axes, and a scale bar on the first slice. */
function drawLabels(
  context: CanvasRenderingContext2D,
  axis: Axis,
  { grid, cursor, side, font }: SliceDrawing,
): void {
  const { across, down, through } = planes[axis];
  const halo = "rgba(0, 0, 0, 0.7)";
  context.font = `600 12px ${font}`;
  context.textBaseline = "top";
  context.textAlign = "left";
  haloText(context, `${axis} = ${cursor[through]}`, 8, 7, { ink: axisColours[axis], halo });
  context.font = `11px ${font}`;
  context.textAlign = "right";
  haloText(context, `${axes[across]!} \u2192`, side - 8, 7, { ink: axisColours[axes[across]!], halo });
  haloText(context, `${axes[down]!} \u2193`, side - 8, 21, { ink: axisColours[axes[down]!], halo });
  if (axis === "z")
    drawScaleBar(context, scaleBar(1 / pxPerA(grid, side), side * 0.3), { x: 10, y: side - 12, font });
}
