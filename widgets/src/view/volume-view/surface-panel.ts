import { pixelRatio } from "../../draw/index.js";
import { element, onKeys } from "../parts/index.js";
import type { Scope } from "../parts/index.js";
import type { Grid, Triple } from "./geometry.js";
import type { Isosurface } from "./isosurface.js";
import { coarseGrid } from "./resample.js";
import type { Overview } from "./slices.js";

/** Side of the grids marching cubes runs on: while the level moves (about 50 ms), and at rest (about 0.3 s). */
const draftSize = 48;
const fineSize = 96;
/** The fine surface is made when nothing has moved for this long, in ms. */
const restMs = 180;

/** The panel with the isosurface. */
export interface SurfacePanel {
  readonly node: HTMLElement;
  readonly setOverview: (overview: Overview, grid: Grid) => void;
  readonly setLevel: (level: number) => void;
  readonly setCursor: (cursor: Triple, grid: Grid) => void;
  readonly setSide: (side: number) => void;
}

/**
 * Makes the panel. vtk.js is loaded, and its WebGL context taken, only when the panel comes into view and there is a map. Dragging
 * turns the map; in focus arrow keys turn it, + and - and the wheel zoom, Home goes back.
 */
export function surfacePanel(scope: Scope): SurfacePanel {
  const message = element("div", { class: "vitrine-message", text: "Waiting for the map" });
  const holder = element("div", {
    class: "vitrine-figure",
    attributes: {
      role: "img",
      tabindex: "0",
      "aria-label": "Isosurface: arrow keys turn it, + and \u2212 zoom",
      "data-part": "surface",
    },
  });
  const node = element("div", { class: "vitrine-cell" }, [holder, message]);
  holder.style.cursor = "grab";
  holder.style.touchAction = "none";

  let map: { readonly overview: Overview; readonly grid: Grid } | undefined;
  let cursor: Triple | undefined;
  let level = 0;
  let side = 0;
  let scene: Isosurface | undefined;
  let opening = false;
  let visible = false;

  function say(text: string): void {
    message.textContent = text;
    message.hidden = text === "";
  }
  async function open(): Promise<void> {
    if (scene !== undefined || opening || map === undefined || !visible || side <= 0) return;
    opening = true;
    try {
      if (!hasWebGl()) {
        say("No isosurface: this browser offers no WebGL2.");
        return;
      }
      const { openIsosurface } = await import("./isosurface.js");
      if (scope.ended()) return;
      scene = openIsosurface(holder);
      scene.canvas.addEventListener("webglcontextlost", lost, { once: true });
      fill();
    } catch (error) {
      say(`No isosurface: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      opening = false;
    }
  }
  function lost(event: Event): void {
    event.preventDefault();
    close();
    say("The browser put this picture away to draw others. Click to draw it again.");
  }
  function close(): void {
    scene?.canvas.removeEventListener("webglcontextlost", lost);
    scene?.dispose();
    scene = undefined;
  }
  function fill(): void {
    if (scene === undefined || map === undefined) return;
    const { overview, grid } = map;
    scene.setGrids(coarseGrid(overview, draftSize), coarseGrid(overview, fineSize), grid);
    if (cursor !== undefined) scene.setCursor(cursor, grid);
    resize();
    showLevel("fine");
    scene.resetCamera();
    scene.render();
    say("");
  }
  function resize(): void {
    holder.style.width = holder.style.height = `${side}px`;
    const ratio = Math.min(2, pixelRatio());
    scene?.resize(Math.round(side * ratio), Math.round(side * ratio));
  }
  function showLevel(quality: "draft" | "fine"): void {
    if (scene === undefined) return;
    const points = scene.setLevel(level, quality);
    scene.render();
    holder.dataset["points"] = String(points);
    holder.dataset["drawn"] = quality;
  }

  const drawDraft = scope.eachFrame(() => showLevel("draft"));
  const drawAgain = scope.eachFrame(() => scene?.render());
  let resting: ReturnType<typeof setTimeout> | undefined;
  scope.add(() => clearTimeout(resting));
  scope.add(close);

  const turn = (right: number, up: number): void => {
    scene?.rotate(right, up);
    drawAgain();
  };
  const zoom = (factor: number): void => {
    scene?.zoom(factor);
    drawAgain();
  };
  scope.listen(node, "click", () => void open());
  scope.listen(holder, "pointerdown", (event) => {
    holder.setPointerCapture(event.pointerId);
    holder.focus({ preventScroll: true });
    holder.style.cursor = "grabbing";
  });
  scope.listen(holder, "pointermove", (event) => {
    // Half a turn across the panel.
    if (holder.hasPointerCapture(event.pointerId))
      turn((180 * event.movementX) / side, (180 * event.movementY) / side);
  });
  scope.listen(holder, "pointerup", () => (holder.style.cursor = "grab"));
  const isFocused = (): boolean => holder.matches(":focus");
  scope.listen(
    holder,
    "wheel",
    (event) => {
      if (!isFocused()) return;
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1 / 1.1 : 1.1);
    },
    { passive: false },
  );
  const reset = (): void => {
    scene?.resetCamera();
    drawAgain();
  };
  const degrees = 10;
  onKeys(scope, holder, {
    ArrowLeft: () => turn(-degrees, 0),
    ArrowRight: () => turn(degrees, 0),
    ArrowUp: () => turn(0, -degrees),
    ArrowDown: () => turn(0, degrees),
    "+": () => zoom(1.2),
    "=": () => zoom(1.2),
    "-": () => zoom(1 / 1.2),
    Home: reset,
  });
  scope.listen(holder, "dblclick", reset);

  const seen = new IntersectionObserver((entries) => {
    visible = entries.some((entry) => entry.isIntersecting);
    void open();
  });
  seen.observe(node);
  scope.add(() => seen.disconnect());

  return {
    node,
    setOverview: (overview, grid) => {
      map = { overview, grid };
      if (scene === undefined) void open();
      else fill();
    },
    setLevel: (next) => {
      if (next === level) return;
      level = next;
      drawDraft();
      clearTimeout(resting);
      resting = setTimeout(() => showLevel("fine"), restMs);
    },
    setCursor: (next, grid) => {
      if (cursor?.every((index, axis) => index === next[axis])) return;
      cursor = next;
      scene?.setCursor(next, grid);
      drawAgain();
    },
    setSide: (next) => {
      if (next === side) return;
      side = next;
      resize();
      drawAgain();
      void open();
    },
  };
}

/** Whether the browser gives a WebGL2 context at all; the one tried is given back at once. */
function hasWebGl(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
