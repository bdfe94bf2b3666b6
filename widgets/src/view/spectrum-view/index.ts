import {
  createPainter,
  formatResolution,
  formatValue,
  percentiles,
  sizedContext,
  valueAt,
} from "../../draw/index.js";
import { contrastLimits, picture } from "../../draw/index.js";
import type { Picture } from "../../draw/index.js";
import type { SpectrumState } from "../../protocol/index.js";
import {
  asFloat64,
  contrastSlider,
  element,
  focusableCanvas,
  onKeys,
  openFrame,
  openRequests,
  openScope,
} from "../parts/index.js";
import type { Cleanup, Delivery, RenderProps, ViewModule } from "../parts/index.js";
import { frequencyAt, pixelAt, shownPart } from "./geometry.js";
import type { Frequency, SpectrumGeometry } from "./geometry.js";
import { drawProfile, lastFrequency, profileArea } from "./profile.js";
import { drawRings } from "./rings.js";

/** No side of the picture is asked for larger than this: finer than the screen, and 4 MB at most. */
const maxPictureSize = 1024;
const maxZoom = 16;

/** The picture as it came, with what contrast needs. */
interface Shown {
  readonly of: Picture;
  readonly binning: number;
  readonly table: Float64Array;
}

/**
 * Log power of an image with resolution rings, the radial profile beside it, and the resolution under the cursor. With the picture
 * in focus arrow keys move the cursor (Shift: ten pixels at once), + and - zoom, R shows or hides the rings, Escape takes the cursor away.
 */
function render({ model, el }: RenderProps<SpectrumState>): Cleanup {
  const scope = openScope();
  const redraw = scope.eachFrame(() => draw());
  const redrawMarks = scope.eachFrame(() => drawMarks());
  const frame = openFrame(el, model, scope, redraw);
  const painter = createPainter();
  scope.add(painter.dispose);

  const contrast = contrastSlider(scope, (next) => {
    model.set("contrast", next);
    model.save_changes();
  });
  const ringsButton = element("button", {
    text: "rings",
    attributes: { type: "button", "aria-pressed": "true" },
  });
  const zoomOut = element("button", {
    text: "\u2212",
    attributes: { type: "button", "aria-label": "zoom out" },
  });
  const zoomIn = element("button", { text: "+", attributes: { type: "button", "aria-label": "zoom in" } });
  const zoomBox = element(
    "span",
    { class: "vitrine-switch", attributes: { role: "group", "aria-label": "zoom" } },
    [zoomOut, zoomIn],
  );
  const canvas = focusableCanvas("Power spectrum: arrow keys move the cursor, + and \u2212 zoom", "spectrum");
  canvas.style.cursor = "crosshair";
  const marks = element("canvas", {
    class: "vitrine-overlay",
    attributes: { "aria-hidden": "true", "data-part": "rings" },
  });
  const message = element("div", { class: "vitrine-message", text: "Waiting for the picture" });
  const stage = element("div", { class: "vitrine-stage vitrine-cell" }, [canvas, marks, message]);
  const profileCanvas = element("canvas", {
    attributes: { role: "img", "aria-label": "radial profile", "data-part": "profile" },
  });
  const readout = element("div", { class: "vitrine-readout", attributes: { "aria-live": "polite" } });
  const note = element("div", { class: "vitrine-note" });
  const bar = element("div", { class: "vitrine-bar" }, [
    element("span", { class: "vitrine-title", text: "Power spectrum" }),
    contrast.node,
    ringsButton,
    zoomBox,
  ]);
  frame.root.append(bar, element("div", { class: "vitrine-row" }, [stage, profileCanvas]), readout, note);

  let shown: Shown | undefined;
  let zoom = 1;
  let ringsShown = true;
  let cursor: Frequency | undefined;

  /** Side of the picture and size of the profile: beside it where there is room, else below. */
  function sizes(): { side: number; profile: [width: number, height: number] } {
    const width = frame.root.clientWidth - 4;
    if (width >= 620) {
      const side = Math.min(460, Math.floor(0.52 * width));
      return { side, profile: [Math.min(560, width - side - 12), side] };
    }
    return { side: Math.min(460, width), profile: [width, 260] };
  }
  function geometry(side: number): SpectrumGeometry {
    const [ny, nx] = model.get("shape");
    return { shape: [ny ?? 1, nx ?? 1], pixelSizeA: model.get("pixelSizeA"), side, zoom };
  }
  function draw(): void {
    const { side } = sizes();
    if (side <= 0) return;
    note.textContent = model.get("text");
    contrast.set(model.get("contrast"));
    stage.style.width = stage.style.height = `${side}px`;
    const context = sizedContext(canvas, side, side);
    if (context !== undefined && shown !== undefined) {
      painter.paint(context, {
        limits: contrastLimits(shown.table, model.get("contrast")),
        map: "grey",
        source: shownPart(geometry(side), shown.binning),
        target: { x: 0, y: 0, width: side, height: side },
      });
      canvas.dataset["drawn"] = painter.backend();
    }
    drawMarks();
    if (shown !== undefined) frame.drawn();
  }
  function drawMarks(): void {
    const { side, profile } = sizes();
    if (side <= 0) return;
    const where = geometry(side);
    const { font } = frame.theme();
    const over = sizedContext(marks, side, side);
    const ringsA = ringsShown ? model.get("ringsA") : [];
    if (over !== undefined) drawRings(over, { ringsA, cursor, font }, where);
    const beside = sizedContext(profileCanvas, ...profile);
    const cursorInvA = cursor === undefined ? undefined : Math.hypot(cursor.x, cursor.y);
    const curve = {
      frequencyInvA: asFloat64(model.get("frequencyInvA")),
      power: asFloat64(model.get("power")),
    };
    if (beside !== undefined)
      drawProfile(beside, { ...curve, ringsA, cursorInvA }, profileArea(...profile), frame.theme());
    readout.textContent = describeCursor(where);
    marks.dataset["drawn"] = String(ringsA.length);
  }
  function describeCursor(where: SpectrumGeometry): string {
    if (cursor === undefined) return "";
    const frequency = Math.hypot(cursor.x, cursor.y);
    if (frequency === 0) return "zero frequency";
    const { row, column } = pixelAt(cursor, where);
    const binning = shown?.binning ?? 1;
    const value = shown && valueAt(shown.of, Math.floor(row / binning), Math.floor(column / binning));
    const power = value === undefined ? "" : `, log\u2081\u2080 power ${formatValue(value)}`;
    return `${formatResolution(1 / frequency)} (${formatValue(frequency)} 1/Å)${power}`;
  }

  const requests = openRequests(model, scope, {
    delivered: (delivery) => show(delivery),
    refused: (_, reason) => {
      if (shown === undefined) message.textContent = reason;
    },
  });
  let newest = 0;
  function show({ message: { id, what, shape, offset, scale, binning }, data }: Delivery): void {
    const [height, width] = shape;
    if (what !== "image" || id < newest || height === undefined || width === undefined) return;
    newest = id;
    const of = picture({ data, width, height, offset, scale });
    shown = { of, binning, table: percentiles(data).map((stored) => offset + scale * stored) };
    painter.show(of);
    message.hidden = true;
    redraw();
  }
  const ask = (): void => void requests.ask({ what: "image", maxSize: maxPictureSize });

  function setZoom(next: number): void {
    zoom = Math.min(maxZoom, Math.max(1, next));
    redraw();
  }
  function setCursor(next: Frequency | undefined): void {
    cursor = next;
    redrawMarks();
  }
  function toggleRings(): void {
    ringsShown = !ringsShown;
    ringsButton.setAttribute("aria-pressed", String(ringsShown));
    redrawMarks();
  }
  const move = (dx: number, dy: number) => (event: KeyboardEvent) => {
    const { shape, pixelSizeA } = geometry(sizes().side);
    const step = event.shiftKey ? 10 : 1;
    const from = cursor ?? { x: 0, y: 0 };
    const moved = {
      x: from.x + (dx * step) / (shape[1] * pixelSizeA),
      y: from.y + (dy * step) / (shape[0] * pixelSizeA),
    };
    const limit = 1 / (2 * pixelSizeA);
    setCursor({
      x: Math.max(-limit, Math.min(limit, moved.x)),
      y: Math.max(-limit, Math.min(limit, moved.y)),
    });
  };
  const zoomKeys = {
    "+": () => setZoom(2 * zoom),
    "=": () => setZoom(2 * zoom),
    "-": () => setZoom(zoom / 2),
  };
  onKeys(scope, canvas, {
    ArrowLeft: move(-1, 0),
    ArrowRight: move(1, 0),
    ArrowUp: move(0, -1),
    ArrowDown: move(0, 1),
    Escape: () => setCursor(undefined),
    r: toggleRings,
    R: toggleRings,
    ...zoomKeys,
  });
  scope.listen(ringsButton, "click", toggleRings);
  scope.listen(zoomIn, "click", () => setZoom(2 * zoom));
  scope.listen(zoomOut, "click", () => setZoom(zoom / 2));
  scope.listen(canvas, "pointermove", (event) =>
    setCursor(frequencyAt(event.offsetX, event.offsetY, geometry(sizes().side))),
  );
  scope.listen(canvas, "pointerdown", () => canvas.focus({ preventScroll: true }));
  scope.listen(canvas, "pointerleave", () => setCursor(undefined));
  scope.listen(profileCanvas, "pointermove", (event) => {
    const area = profileArea(...sizes().profile);
    const last = lastFrequency({ frequencyInvA: asFloat64(model.get("frequencyInvA")) });
    const frequency = ((event.offsetX - area.x) / area.width) * last;
    setCursor(frequency > 0 && frequency <= last ? { x: frequency, y: 0 } : undefined);
  });
  scope.listen(profileCanvas, "pointerleave", () => setCursor(undefined));

  scope.observe(model, ["contrast", "ringsA", "text", "pixelSizeA"], redraw);
  scope.observe(model, ["shape", "power"], ask);
  ask();
  redraw();
  return scope.end;
}

const view: ViewModule<SpectrumState> = { render };
export default view;
