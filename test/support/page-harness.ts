/** Runs inside the page under test: a model in memory in place of a Jupyter widget's, and a cell that answers for a volume. */
import type { AnyView, Cleanup } from "../../widgets/src/view/parts/index.js";
import type { DataMessage, RequestMessage } from "../../widgets/src/protocol/index.js";

type Listener = (...values: unknown[]) => void;
type State = Record<string, unknown>;

/** As a widget model: arrays in state and messages are DataViews, here on purpose not at the start of their buffer. */
export class MemoryModel {
  readonly sent: RequestMessage[] = [];
  saves = 0;
  readonly #listeners = new Map<string, Set<Listener>>();
  #answer: ((request: RequestMessage) => void) | undefined;
  #state: State;

  constructor(state: State) {
    this.#state = Object.fromEntries(
      Object.entries(state).map(([name, value]) => [
        name,
        ArrayBuffer.isView(value) ? arrived(value) : value,
      ]),
    );
  }
  get(name: string): unknown {
    return this.#state[name];
  }
  set(name: string, value: unknown): void {
    if (this.#state[name] === value) return;
    this.#state[name] = ArrayBuffer.isView(value) ? arrived(value) : value;
    this.#emit(`change:${name}`);
  }
  save_changes(): void {
    this.saves += 1;
  }
  on(event: string, listener: Listener): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
  }
  off(event: string, listener: Listener): void {
    this.#listeners.get(event)?.delete(listener);
  }
  listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }
  send(content: RequestMessage): void {
    this.sent.push(content);
    this.#answer?.(content);
  }
  onRequest(answer: (request: RequestMessage) => void): void {
    this.#answer = answer;
  }
  deliver(content: object, data?: ArrayBufferView): void {
    this.#emit("msg:custom", content, data === undefined ? [] : [arrived(data)]);
  }
  #emit(event: string, ...values: unknown[]): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener(...values);
  }
}

/** The same bytes, 3 bytes into a larger buffer. */
function arrived(view: ArrayBufferView): DataView {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const holder = new Uint8Array(bytes.length + 8);
  holder.set(bytes, 3);
  return new DataView(holder.buffer, 3, bytes.length);
}

export interface Mounted {
  readonly model: MemoryModel;
  readonly host: HTMLElement;
  readonly cleanup: Cleanup;
}

/** Renders a view into a box of this width; `before` sees the model first, as a cell does. */
export function mount(
  view: AnyView,
  state: State,
  width: number,
  before?: (model: MemoryModel) => void,
): Mounted {
  const host = document.createElement("div");
  host.style.width = `${width}px`;
  document.body.append(host);
  const model = new MemoryModel(state);
  before?.(model);
  const cleanup = view.render({ model: model as never, el: host });
  return { model, host, cleanup };
}

/** A volume in the cell. Where `held` is set exact slices wait for {@link releaseSlices}. */
export interface CellVolume {
  readonly data: Float32Array;
  readonly shape: readonly [number, number, number];
  readonly held: boolean;
}

/** Answers requests as a cell does: the overview as bytes, slices exactly. */
export function answerForVolume(model: MemoryModel, { data, shape, held }: CellVolume): void {
  const [, ny, nx] = shape;
  const [min, max] = data.reduce(
    ([low, high], value) => [Math.min(low!, value), Math.max(high!, value)],
    [Infinity, -Infinity],
  ) as [number, number];
  const reply = ({ id, what, axis, index }: RequestMessage): void => {
    if (what === "overview") {
      const scale = (max - min) / 255 || 1;
      const bytes = Uint8Array.from(data, (value) => Math.round((value - min) / scale));
      const message: DataMessage = {
        type: "data",
        id,
        what,
        shape,
        dtype: "u8",
        offset: min,
        scale,
        binning: 1,
      };
      model.deliver(message, bytes);
      return;
    }
    const at = (z: number, y: number, x: number): number => data[(z * ny + y) * nx + x]!;
    const [rows, columns] = axis === "z" ? [ny, nx] : axis === "y" ? [shape[0], nx] : [shape[0], ny];
    const slice = new Float32Array(rows! * columns!).map((_, i) => {
      const [row, column] = [Math.floor(i / columns!), i % columns!];
      return axis === "z"
        ? at(index!, row, column)
        : axis === "y"
          ? at(row, index!, column)
          : at(row, column, index!);
    });
    const place = { id, what, axis: axis!, index: index! };
    model.deliver(
      { type: "data", ...place, shape: [rows!, columns!], dtype: "f32", offset: 0, scale: 1, binning: 1 },
      slice,
    );
  };
  model.onRequest((request) => {
    const answer = (): void => void setTimeout(() => reply(request), 0);
    if (held && request.what === "slice") heldAnswers.push(answer);
    else answer();
  });
}

const heldAnswers: (() => void)[] = [];

/** Lets the answers that were held go. */
export function releaseSlices(): void {
  for (const answer of heldAnswers.splice(0)) answer();
}

/** Red, green, blue of a canvas's pixel; the position is in CSS pixels. */
export function pixelOf(canvas: HTMLCanvasElement, x: number, y: number): [number, number, number] {
  const ratio = canvas.width / canvas.clientWidth;
  const read = canvas.getContext("2d")!.getImageData(Math.floor(x * ratio), Math.floor(y * ratio), 1, 1).data;
  return [read[0]!, read[1]!, read[2]!];
}

/** A canvas by its `data-part`. */
export function part(name: string): HTMLCanvasElement {
  return document.querySelector<HTMLCanvasElement>(`[data-part="${name}"]`)!;
}

/** Waits until frames asked for by now have been drawn. */
export function settled(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))),
  );
}

/** WebGL contexts made in this page that are not lost; counting starts with {@link countContexts}. */
const contexts: WebGL2RenderingContext[] = [];

/** Notes every WebGL2 context made from now on. */
export function countContexts(): void {
  const original = HTMLCanvasElement.prototype.getContext as (...values: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...values: unknown[]) {
    const context = original.apply(this, values);
    if (context instanceof WebGL2RenderingContext && !contexts.includes(context)) contexts.push(context);
    return context;
  } as never;
}

export function liveContexts(): number {
  return contexts.filter((context) => !context.isContextLost()).length;
}

/** What a driver's reset does. */
export function loseContexts(): void {
  for (const context of contexts) context.getExtension("WEBGL_lose_context")?.loseContext();
}
