import { colourMap } from "./colour-map.js";
import type { ColourMapName } from "./colour-map.js";
import { fragmentShader, tapsFor, vertexShader } from "./shader.js";
import type { PaintOptions, Picture } from "./picture.js";

/**
 * The one WebGL2 context of a page, off the screen, from which every view copies what it drew. Browsers keep only about 16
 * contexts alive and drop the oldest; a notebook can hold many more pictures than that.
 */
export interface Press {
  readonly lost: () => boolean;
  readonly maxSize: number;
  readonly upload: (of: Picture) => WebGLTexture | undefined;
  readonly forget: (texture: WebGLTexture) => void;
  /** Draws at `width` by `height` device pixels and returns the canvas with them in its lower left corner. */
  readonly print: (
    texture: WebGLTexture,
    options: PaintOptions & { readonly stored: readonly [number, number] },
    width: number,
    height: number,
  ) => HTMLCanvasElement;
}

let current: Press | undefined;
let close: (() => void) | undefined;
let users = 0;
/** A context that was lost this often is not asked for again: the driver is ill. */
let attemptsLeft = 3;

/** The press, made when first wanted; `undefined` where there is no WebGL2. */
export function press(): Press | undefined {
  if (current?.lost()) current = undefined;
  if (current === undefined && attemptsLeft > 0) {
    attemptsLeft -= 1;
    openPress();
  }
  return current;
}

/** Counts one more user; the function returned takes it back, and the last one closes the context. */
export function usePress(): () => void {
  users += 1;
  let released = false;
  return () => {
    if (released) return;
    released = true;
    users -= 1;
    if (users > 0) return;
    close?.();
    current = undefined;
    close = undefined;
    attemptsLeft = 3;
  };
}

function openPress(): void {
  const canvas = document.createElement("canvas");
  const gl = canvas.getContext("webgl2", { antialias: false, depth: false, alpha: true });
  if (gl === null) return;
  const program = link(gl);
  if (program === undefined) return;
  const at = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
  const uniforms = {
    source: at("source"),
    targetSize: at("targetSize"),
    limits: at("limits"),
    taps: at("taps"),
  };
  const colours = new Map<ColourMapName, WebGLTexture>();
  gl.useProgram(program);
  gl.uniform1i(at("stored"), 0);
  gl.uniform1i(at("colours"), 1);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  close = () => gl.getExtension("WEBGL_lose_context")?.loseContext();

  const bindColours = (name: ColourMapName): void => {
    gl.activeTexture(gl.TEXTURE1);
    const known = colours.get(name);
    if (known !== undefined) {
      gl.bindTexture(gl.TEXTURE_2D, known);
      return;
    }
    colours.set(name, newTexture(gl));
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB8, 256, 1, 0, gl.RGB, gl.UNSIGNED_BYTE, colourMap(name));
  };

  current = {
    lost: () => gl.isContextLost(),
    maxSize: gl.getParameter(gl.MAX_TEXTURE_SIZE) as number,
    forget: (texture) => gl.deleteTexture(texture),
    upload: ({ data, width, height }) => {
      gl.activeTexture(gl.TEXTURE0);
      const texture = newTexture(gl);
      if (data instanceof Float32Array) {
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, width, height, 0, gl.RED, gl.FLOAT, data);
      } else {
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, data);
      }
      return gl.getError() === gl.NO_ERROR ? texture : undefined;
    },
    print: (texture, { source, stored, map }, width, height) => {
      if (canvas.width < width) canvas.width = width;
      if (canvas.height < height) canvas.height = height;
      gl.viewport(0, 0, width, height);
      gl.clear(gl.COLOR_BUFFER_BIT);
      bindColours(map);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.uniform4f(uniforms.source, source.x, source.y, source.width, source.height);
      gl.uniform2f(uniforms.targetSize, width, height);
      gl.uniform2f(uniforms.limits, stored[0], stored[1]);
      gl.uniform1i(uniforms.taps, tapsFor(Math.max(source.width / width, source.height / height)));
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      return canvas;
    },
  };
}

/** A bound texture that is read texel by texel: float textures can't be filtered everywhere. */
function newTexture(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

function link(gl: WebGL2RenderingContext): WebGLProgram | undefined {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader === null) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) === true ? program : undefined;
}
