import { isDeepStrictEqual } from "node:util";
import { openComm, type Bytes, type Comm, type CommMessage, type MimeBundle } from "../cell/index.js";
import { isBytes, putBuffers, takeBuffers, type BufferPath } from "./buffers.js";
import { Pacer } from "./pacer.js";
import { packReferences, register, unpackReferences, unregister, type Registered } from "./registry.js";

/** Version of the Jupyter widget messages that are spoken here. */
const messagesVersion = "2.1.0";
const widgetTarget = "jupyter.widget";
const viewMime = "application/vnd.jupyter.widget-view+json";

export interface WidgetModelOptions<State extends object> {
  /** npm package of the model and view classes, and the version of theirs that is wanted. */
  readonly module: string;
  readonly moduleVersion: string;
  readonly modelName: string;
  /** `null` for a model that is never shown by itself. */
  readonly viewName: string | null;
  readonly state: State;
  /** Keys whose new value is not sent back to the view that set it: large binary ones. Default: none. */
  readonly notEchoed?: readonly (keyof State & string)[];
}

/** One key of a state got another value. */
export interface Change<State extends object, Key extends keyof State & string = keyof State & string> {
  readonly key: Key;
  readonly value: State[Key];
  readonly before: State[Key];
  /** Whether the user did it, in the front end. */
  readonly fromView: boolean;
}

type ChangeHandler<State extends object> = (change: Change<State>) => void;
type MessageHandler = (content: unknown, buffers: readonly Uint8Array[]) => void;

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
  private readonly fixed: Readonly<Record<string, unknown>>;
  private readonly notEchoed: ReadonlySet<string>;
  private readonly changeHandlers = new Set<readonly [ReadonlySet<string>, ChangeHandler<State>]>();
  private readonly messageHandlers = new Set<MessageHandler>();
  private readonly pacer = new Pacer(() => this.sendUnsent());
  private readonly unsent = new Set<keyof State & string>();
  private state: State;
  private holds = 0;
  private closed = false;
  /** What the front end has just set: it need not hear the same again. */
  private received: Readonly<Partial<State>> | undefined;

  constructor({
    module,
    moduleVersion,
    modelName,
    viewName,
    state,
    notEchoed = [],
  }: WidgetModelOptions<State>) {
    this.state = { ...state };
    this.notEchoed = new Set(notEchoed);
    this.fixed = {
      _model_module: module,
      _model_module_version: moduleVersion,
      _model_name: modelName,
      _view_module: module,
      _view_module_version: moduleVersion,
      _view_name: viewName,
    };
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
    this.apply(change, false);
  }

  /** Sends the changes made in `changes` as one message, when it returns. */
  hold(changes: () => void): void {
    this.holds++;
    try {
      changes();
    } finally {
      this.holds--;
      if (this.holds === 0 && this.unsent.size > 0) this.pacer.request();
    }
  }

  /** Calls `handler` when one of the keys gets another value, from either side. Returns the undo. */
  on<Key extends keyof State & string>(
    _event: "change",
    keys: Key | readonly Key[],
    handler: (change: Change<State, Key>) => void,
  ): () => void {
    const entry = [
      new Set<string>([keys].flat() as Key[]),
      handler as unknown as ChangeHandler<State>,
    ] as const;
    this.changeHandlers.add(entry);
    return () => void this.changeHandlers.delete(entry);
  }

  /** Calls `handler` with the messages that a view sends beside the state. Returns the undo. */
  onMessage(handler: MessageHandler): () => void {
    this.messageHandlers.add(handler);
    return () => void this.messageHandlers.delete(handler);
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
    this.forget();
    this.comm.close();
  }

  /** The form in which a front end shows this model. */
  view(): MimeBundle {
    return { [viewMime]: { version_major: 2, version_minor: 0, model_id: this.id } };
  }

  /** Whole state as it goes over the wire, binary parts still inside. */
  wireState(): Readonly<Record<string, unknown>> {
    return { ...this.fixed, ...(packReferences(this.state) as Record<string, unknown>) };
  }

  private receive({ data, buffers }: CommMessage): void {
    if (data["method"] === "update") {
      const paths = (data["buffer_paths"] ?? []) as readonly BufferPath[];
      this.receiveState(putBuffers((data["state"] ?? {}) as Record<string, unknown>, paths, buffers));
    } else if (data["method"] === "request_state") {
      this.unsent.clear();
      this.sendState("update", this.wireState());
    } else if (data["method"] === "custom")
      callAll(this.messageHandlers, (handler) => handler(data["content"], buffers));
  }

  /** Echoes first, as every view has to follow the one that changed, then applies. */
  private receiveState(state: Readonly<Record<string, unknown>>): void {
    const known = Object.entries(state).filter(([key]) => Object.hasOwn(this.state, key));
    const echoed = known.filter(([key]) => !this.notEchoed.has(key));
    if (echoed.length > 0) this.sendState("echo_update", Object.fromEntries(echoed));
    const change = unpackReferences(Object.fromEntries(known)) as Partial<State>;
    for (const key of Object.keys(change) as (keyof State & string)[]) this.unsent.delete(key);
    this.received = change;
    try {
      this.apply(change, true);
    } finally {
      this.received = undefined;
    }
  }

  private apply(change: Partial<State>, fromView: boolean): void {
    const before = this.state;
    const keys = (Object.keys(change) as (keyof State & string)[]).filter(
      (key) => !isSame(before[key], change[key]),
    );
    if (keys.length === 0) return;
    this.state = { ...before, ...Object.fromEntries(keys.map((key) => [key, change[key]])) };
    const unknown = keys.filter((key) => !this.isReceived(key));
    for (const key of unknown) this.unsent.add(key);
    if (unknown.length > 0 && this.holds === 0 && !this.closed) this.pacer.request();
    const changes = keys.map((key) => ({ key, value: this.state[key], before: before[key], fromView }));
    for (const one of changes)
      callAll(this.changeHandlers, ([watched, handler]) => {
        if (watched.has(one.key)) handler(one);
      });
  }

  private isReceived(key: keyof State & string): boolean {
    const { received } = this;
    return (
      received !== undefined && Object.hasOwn(received, key) && Object.is(received[key], this.state[key])
    );
  }

  private sendUnsent(): void {
    const state = Object.fromEntries([...this.unsent].map((key) => [key, packReferences(this.state[key])]));
    this.unsent.clear();
    if (Object.keys(state).length > 0 && !this.closed) this.sendState("update", state);
  }

  private sendState(method: "update" | "echo_update", whole: Readonly<Record<string, unknown>>): void {
    const { state, paths, buffers } = takeBuffers(whole);
    this.comm.send({ method, state, buffer_paths: paths }, { buffers });
  }

  private forget(): void {
    this.closed = true;
    unregister(this);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (isBytes(a) || isBytes(b)) return false;
  return a === b ? typeof a !== "object" || a === null : isDeepStrictEqual(a, b);
}

/** Calls every handler, also behind one that throws; the first error is thrown when all were called. */
function callAll<Handler>(handlers: ReadonlySet<Handler>, call: (handler: Handler) => void): void {
  const errors: unknown[] = [];
  for (const handler of [...handlers]) {
    try {
      call(handler);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
