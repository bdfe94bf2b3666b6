import { inspect } from "node:util";
import {
  displaySymbol,
  openComm,
  type Bytes,
  type Comm,
  type CommMessage,
  type MimeBundle,
} from "../cell/index.js";
import { putBuffers, takeBuffers, type BufferPath } from "./buffers.js";
import { echoWanted } from "./echo.js";
import { callEach, Handlers } from "./handlers.js";
import { modelText } from "./model-text.js";
import { Pacer } from "./pacer.js";
import { register, unregister, type Registered } from "./registry.js";
import { isSame, isUnchanged } from "./same.js";
import { plainForm, type StateForm } from "./state-form.js";
import type { Stateful } from "./stateful.js";
import { classesOf, type WidgetModelOptions } from "./widget-options.js";

/** Version of the Jupyter widget messages that are spoken here. */
const messagesVersion = "2.1.0";
const widgetTarget = "jupyter.widget";
const viewMime = "application/vnd.jupyter.widget-view+json";

/** One key of a state got another value. */
export interface Change<State extends object, Key extends keyof State & string = keyof State & string> {
  readonly key: Key;
  readonly value: State[Key];
  readonly before: State[Key];
  /** Whether the user did it, in the front end. */
  readonly fromView: boolean;
}

/**
 * The cell's half of a Jupyter widget: a state that is the same here and in every view, and messages beside it.
 *
 * Changes reach the views at most 60 times a second, the newest value winning. Binary parts of the state
 * travel as raw bytes; a value of binary kind counts as changed whenever it is set, since its inside may be.
 *
 * @example
 * ```ts
 * const model = new WidgetModel({ module: "@vitrine/widgets", moduleVersion: "0.1.0",
 *   modelName: "VitrineModel", viewName: "VitrineView", state: { level: 0 } });
 * model.on("change", "level", ({ value }) => console.log(value));
 * model.set({ level: 3 });
 * ```
 */
export class WidgetModel<State extends object> implements Registered {
  private readonly comm: Comm;
  private readonly form: StateForm<State>;
  private readonly classes: Readonly<Record<string, string | null>>;
  private readonly notEchoed: ReadonlySet<string>;
  private readonly changeHandlers = new Handlers<[{ readonly key: string }]>();
  private readonly messageHandlers = new Handlers<[content: unknown, buffers: readonly Uint8Array[]]>();
  private readonly closeHandlers = new Handlers<[]>();
  private readonly pacer = new Pacer(() => this.sendUnsent());
  private readonly unsent = new Set<string>();
  private state: State;
  private holds = 0;
  private closed = false;

  constructor(options: WidgetModelOptions<State>) {
    const { state, form = plainForm(state), notEchoed = [] } = options;
    this.state = { ...state };
    this.form = form;
    this.notEchoed = new Set(notEchoed);
    this.classes = classesOf(options);
    const split = takeBuffers(this.wireState());
    this.comm = openComm(
      widgetTarget,
      { state: split.state, buffer_paths: split.paths },
      { metadata: { version: messagesVersion }, buffers: split.buffers },
    );
    this.comm.onMessage((message) => this.receive(message));
    this.comm.onClose(() => this.forget());
    register(this);
  }

  get id(): string {
    return this.comm.id;
  }

  get<Key extends keyof State & string>(key: Key): State[Key] {
    return this.state[key];
  }

  /** Changes part of the state, here and in the views. */
  set(change: Partial<State>): void {
    this.apply(this.form.settle(change, this.state));
  }

  /** Sends the changes made in `changes` as one message, when it returns. */
  hold(changes: () => void): void {
    this.holds++;
    try {
      changes();
    } finally {
      this.holds--;
      this.sendLater([]);
    }
  }

  /** Calls `handler` when one of the keys gets another value, from either side. Returns the undo. */
  on<Key extends keyof State & string>(
    _event: "change",
    keys: Key | readonly Key[],
    handler: (change: Change<State, Key>) => void,
  ): () => void {
    const watched = new Set<string>([keys].flat() as Key[]);
    return this.changeHandlers.add((change) => {
      if (watched.has(change.key)) handler(change as unknown as Change<State, Key>);
    });
  }

  /** Calls `handler` with the messages that a view sends beside the state. Returns the undo. */
  onMessage(handler: (content: unknown, buffers: readonly Uint8Array[]) => void): () => void {
    return this.messageHandlers.add(handler);
  }

  /** Calls `handler` once, when this model is closed from either side. Returns the undo. */
  onClose(handler: () => void): () => void {
    return this.closeHandlers.add(handler);
  }

  /** Sends the views a message beside the state, after any change of state made before. */
  send(content: unknown, buffers: readonly Bytes[] = []): void {
    if (this.closed) return;
    if (this.unsent.size > 0) this.pacer.flush();
    this.comm.send({ method: "custom", content }, { buffers });
  }

  /** Sends what is still to be sent and ends the connection; views stay as they are. */
  close(): void {
    if (this.closed) return;
    if (this.unsent.size > 0) this.pacer.flush();
    this.comm.close();
    this.forget();
  }

  /** The form in which a front end shows this model. */
  view(): MimeBundle {
    return { [viewMime]: { version_major: 2, version_minor: 0, model_id: this.id } };
  }

  /** Whole state as it goes over the wire, binary parts still inside. */
  wireState(): Readonly<Record<string, unknown>> {
    return { ...this.classes, ...this.form.pack(this.state) };
  }

  refersTo(other: Registered): boolean {
    for (const key in this.state) {
      const value: unknown = this.state[key];
      if (value === other || (Array.isArray(value) && value.includes(other))) return true;
    }
    return false;
  }

  /** One line that says what this is, for where no view can be shown. */
  toString(): string {
    return modelText(this.title(), this.part(this.form.told(this.state)));
  }

  /** Below a cell: the view, and the line of text for a front end that has no views. */
  bundle(): MimeBundle {
    const line = { "text/plain": this.toString() };
    return this.classes["_view_name"] === null ? line : { ...line, ...this.view() };
  }

  /** What it is called in text. */
  protected title(): string {
    return String(this.classes["_model_name"]);
  }

  private receive({ data, buffers }: CommMessage): void {
    if (data["method"] === "update") {
      const paths = (data["buffer_paths"] ?? []) as readonly BufferPath[];
      this.receiveState(putBuffers((data["state"] ?? {}) as Record<string, unknown>, paths, buffers));
    } else if (data["method"] === "request_state") {
      this.unsent.clear();
      this.sendState("update", this.wireState());
    } else if (data["method"] === "custom") this.messageHandlers.call(data["content"], buffers);
  }

  /** Echoes first, as every view has to follow the one that changed, then applies. */
  private receiveState(state: Readonly<Record<string, unknown>>): void {
    const known = Object.entries(state).flatMap(([name, value]) => {
      const key = this.form.keyOf(name);
      return key === undefined ? [] : [{ name, key, value }];
    });
    const echoed = echoWanted() ? known.filter(({ key }) => !this.notEchoed.has(key)) : [];
    if (echoed.length > 0) this.sendState("echo_update", wireRecord(echoed));
    const keys = known.map(({ key }) => key);
    for (const key of keys) this.unsent.delete(key);
    this.apply(...this.settled(wireRecord(known), keys));
  }

  /** A view's change, and what it comes to. Where it can't be made the view gets back what stands. */
  private settled(
    wire: Readonly<Record<string, unknown>>,
    keys: readonly string[],
  ): [change: Partial<State>, received: Partial<State>] {
    try {
      const received = this.form.unpack(wire);
      return [this.form.settle(received, this.state), received];
    } catch (error) {
      this.sendLater(keys);
      throw error;
    }
  }

  /** Makes a settled change. `received` is what a view asked for: it need not hear the same again. */
  private apply(change: Partial<State>, received?: Partial<State>): void {
    const before = this.state;
    const keys = keysOf(change).filter((key) => !isUnchanged(before[key], change[key]));
    this.state = { ...before, ...Object.fromEntries(keys.map((key) => [key, change[key]])) };
    const heard = (key: keyof State & string): boolean =>
      received !== undefined && Object.hasOwn(received, key) && isSame(received[key], this.state[key]);
    const corrected = received === undefined ? [] : keysOf(received);
    this.sendLater([...keys, ...corrected].filter((key) => !heard(key)));
    const fromView = received !== undefined;
    const changes = keys.map((key) => ({ key, value: this.state[key], before: before[key], fromView }));
    callEach(changes.map((one) => () => this.changeHandlers.call(one)));
  }

  private part(keys: readonly string[]): Partial<State> {
    const known = keys as readonly (keyof State & string)[];
    return Object.fromEntries(known.map((key) => [key, this.state[key]])) as Partial<State>;
  }

  private sendLater(keys: readonly string[]): void {
    for (const key of keys) this.unsent.add(key);
    if (this.unsent.size > 0 && this.holds === 0 && !this.closed) this.pacer.request();
  }

  private sendUnsent(): void {
    const wire = this.form.pack(this.part([...this.unsent]));
    this.unsent.clear();
    if (Object.keys(wire).length > 0 && !this.closed) this.sendState("update", wire);
  }

  private sendState(method: "update" | "echo_update", whole: Readonly<Record<string, unknown>>): void {
    const { state, paths, buffers } = takeBuffers(whole);
    this.comm.send({ method, state, buffer_paths: paths }, { buffers });
  }

  private forget(): void {
    this.closed = true;
    unregister(this);
    this.closeHandlers.call();
  }
}

/** The methods with symbols for names, which a class can't declare by itself. */
export interface WidgetModel<State extends object> extends Stateful<State> {}

WidgetModel.prototype[displaySymbol] = function (this: WidgetModel<object>) {
  return this.bundle();
};
WidgetModel.prototype[inspect.custom] = function (this: WidgetModel<object>) {
  return this.toString();
};

function wireRecord(
  known: readonly { readonly name: string; readonly value: unknown }[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(known.map(({ name, value }) => [name, value]));
}

function keysOf<State extends object>(part: Partial<State>): (keyof State & string)[] {
  return Object.keys(part) as (keyof State & string)[];
}
