import { pixelRatio } from "./canvas.js";
import { paintOnCanvas } from "./canvas-painter.js";
import { press, usePress } from "./gl-press.js";
import type { Press } from "./gl-press.js";
import type { Painter, PaintOptions, Picture } from "./picture.js";

/**
 * A painter that draws through WebGL2 where there is one, and on the processor where there is none, where the context was lost,
 * or where the picture is larger than a texture may be.
 */
export function createPainter(): Painter {
  const release = usePress();
  let given: Picture | undefined;
  let shown: Picture | undefined;
  let texture: WebGLTexture | undefined;
  let owner: Press | undefined;
  let backend: "webgl2" | "canvas" = "webgl2";

  const forget = (): void => {
    if (texture !== undefined && owner !== undefined && !owner.lost()) owner.forget(texture);
    texture = undefined;
  };
  const paintOnPress = (
    of: Picture,
    context: CanvasRenderingContext2D,
    options: PaintOptions,
    size: readonly [number, number],
  ): boolean => {
    const device = press();
    if (device === undefined || Math.max(of.width, of.height) > device.maxSize) return false;
    if (device !== owner) texture = undefined;
    owner = device;
    texture ??= device.upload(of);
    if (texture === undefined) return false;
    const canvas = device.print(texture, { ...options, stored: storedLimits(of, options.limits) }, ...size);
    if (device.lost()) return false;
    const { target } = options;
    context.imageSmoothingEnabled = false;
    context.drawImage(
      canvas,
      0,
      canvas.height - size[1],
      size[0],
      size[1],
      target.x,
      target.y,
      target.width,
      target.height,
    );
    return true;
  };

  return {
    backend: () => backend,
    show: (of) => {
      if (of === given) return;
      forget();
      given = of;
      shown = withoutHoles(of);
    },
    paint: (context, options) => {
      if (shown === undefined) return;
      const ratio = pixelRatio();
      const size = [
        Math.max(1, Math.round(options.target.width * ratio)),
        Math.max(1, Math.round(options.target.height * ratio)),
      ] as const;
      backend = paintOnPress(shown, context, options, size) ? "webgl2" : "canvas";
      if (backend === "canvas") {
        paintOnCanvas(shown, context, { ...options, stored: storedLimits(shown, options.limits) }, size);
      }
    },
    dispose: () => {
      forget();
      given = shown = undefined;
      release();
    },
  };
}

/** Limits in the units the picture is stored in; a u8 texture is read as 0 to 1. */
function storedLimits(of: Picture, [low, high]: readonly [number, number]): readonly [number, number] {
  const unit = of.data instanceof Uint8Array ? 255 : 1;
  const scale = (of.scale || 1) * unit;
  return [(low - of.offset) / scale, (high - of.offset) / scale];
}

/** Elements that are not finite take the smallest finite value: a hole is dark, and does not spoil its neighbours' interpolation. */
function withoutHoles(of: Picture): Picture {
  const { data } = of;
  if (data instanceof Uint8Array || data.every(Number.isFinite)) return of;
  const lowest = data.reduce((low, value) => (Number.isFinite(value) && value < low ? value : low), Infinity);
  const filling = Number.isFinite(lowest) ? lowest : 0;
  return { ...of, data: data.map((value) => (Number.isFinite(value) ? value : filling)) };
}
