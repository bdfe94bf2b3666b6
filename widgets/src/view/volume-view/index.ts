import { contrastLimits, formatValue } from "../../draw/index.js";
import type { VolumeState } from "../../protocol/index.js";
import { contrastSlider, element, openFrame, openRequests, openScope, valueSlider } from "../parts/index.js";
import type { Cleanup, Delivery, RenderProps, ViewModule } from "../parts/index.js";
import { axes, insideGrid, planes, triple } from "./geometry.js";
import type { Grid, Triple } from "./geometry.js";
import { slicePanel, sliceValue } from "./slice-panel.js";
import { openSlices } from "./slices.js";
import { surfacePanel } from "./surface-panel.js";

/** No side of the overview is asked for larger than this: 2 MB as bytes. */
const overviewSize = 128;
const gapPx = 6;
const maxSidePx = 340;

/** Three linked slices through a map and its isosurface. Panels say how they are used; contrast, level and cross-hair are the model's. */
function render({ model, el }: RenderProps<VolumeState>): Cleanup {
  const scope = openScope();
  const redraw = scope.eachFrame(() => draw());
  const frame = openFrame(el, model, scope, redraw);
  const save = scope.eachFrame(() => model.save_changes());

  const grid = (): Grid => ({
    shape: triple(model.get("shape"), 1),
    voxelSizesA: triple(model.get("voxelSizesA"), model.get("voxelSizeA")),
  });
  const cursor = (): Triple => insideGrid(triple(model.get("cursor"), 0), grid().shape);
  function moveTo(next: Triple): void {
    if (next.every((index, axis) => index === cursor()[axis])) return;
    model.set("cursor", [...next]);
    save();
    redraw();
  }

  const contrast = contrastSlider(scope, (next) => {
    model.set("contrast", next);
    save();
    redraw();
  });
  const level = valueSlider(scope, {
    label: "level",
    format: (value) => formatValue(value, 3),
    moved: (value) => {
      model.set("level", value);
      save();
      redraw();
    },
    settled: save,
  });
  const panels = axes.map((axis) => ({ axis, panel: slicePanel(scope, { axis, grid, cursor, moveTo }) }));
  const surface = surfacePanel(scope);
  const readout = element("div", { class: "vitrine-readout", attributes: { "aria-live": "polite" } });
  const note = element("div", { class: "vitrine-note" });
  const [z, y, x] = panels.map(({ panel }) => panel.node);
  const cells = element("div", { class: "vitrine-grid" }, [z!, x!, y!, surface.node]);
  frame.root.append(
    element("div", { class: "vitrine-bar" }, [
      element("span", { class: "vitrine-title", text: "Volume" }),
      contrast.node,
      level.node,
    ]),
    cells,
    readout,
    note,
  );

  let refusal = "";
  const slices = openSlices(
    () => requests,
    overviewSize,
    (what) => {
      const overview = slices.overview();
      if (what === "overview" && overview !== undefined) surface.setOverview(overview, grid());
      redraw();
    },
  );
  const requests = openRequests(model, scope, {
    delivered: (delivery: Delivery) => slices.receive(delivery),
    refused: (id, reason) => {
      slices.refused(id);
      refusal = reason;
      redraw();
    },
  });

  /** Two panels side by side where there is room, else one below the other. */
  function side(): number {
    const width = frame.root.clientWidth - 4;
    const isWide = width >= 420;
    cells.style.gridTemplateColumns = isWide ? "max-content max-content" : "max-content";
    return Math.min(maxSidePx, Math.floor(isWide ? (width - gapPx) / 2 : width));
  }
  function draw(): void {
    const sidePx = side();
    if (sidePx <= 0) return;
    const where = { grid: grid(), cursor: cursor(), side: sidePx, font: frame.theme().font };
    const limits = contrastLimits(model.get("percentiles"), model.get("contrast"));
    let complete = true;
    for (const { axis, panel } of panels) {
      const slice = slices.at(axis, where.cursor[planes[axis].through]);
      complete &&= slice !== undefined;
      panel.draw({ ...where, limits, slice });
    }
    const [min, max] = model.get("range");
    contrast.set(model.get("contrast"));
    level.set({ value: model.get("level"), min, max });
    surface.setSide(sidePx);
    surface.setLevel(model.get("level"));
    surface.setCursor(where.cursor, where.grid);
    note.textContent = model.get("text");
    readout.textContent = refusal === "" ? describeCursor(where) : refusal;
    slices.want(where.cursor);
    if (complete) frame.drawn();
  }
  function describeCursor({
    grid: { voxelSizesA },
    cursor: at,
  }: {
    readonly grid: Grid;
    readonly cursor: Triple;
  }): string {
    const slice = slices.at("z", at[0]);
    const value = slice === undefined ? undefined : sliceValue(slice, "z", at);
    const about = slice !== undefined && slice.of.data instanceof Uint8Array ? "about " : "";
    const density = value === undefined ? "" : `  ·  density ${about}${formatValue(value)}`;
    const place = [2, 1, 0].map((axis) => formatValue(at[axis]! * voxelSizesA[axis]!));
    return `x ${at[2]}, y ${at[1]}, z ${at[0]} (${place.join(", ")} Å)${density}`;
  }

  scope.observe(model, ["cursor", "contrast", "level", "text", "voxelSizeA", "voxelSizesA"], redraw);
  scope.observe(model, ["shape", "percentiles", "range"], () => {
    refusal = "";
    slices.restart();
    redraw();
  });
  slices.restart();
  redraw();
  return scope.end;
}

const view: ViewModule<VolumeState> = { render };
export default view;
