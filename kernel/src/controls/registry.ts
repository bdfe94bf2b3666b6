import { registerCommTarget, type Comm } from "../cell/index.js";
import { takeBuffers } from "./buffers.js";

/** What the registry has to know of a model. */
export interface Registered {
  readonly id: string;
  /** Whole state as it goes over the wire, the underscore keys included, binary parts still inside. */
  wireState(): Readonly<Record<string, unknown>>;
  /** Whether another model is the value of one of the keys, or stands in a list that is. */
  refersTo(other: Registered): boolean;
  close(): void;
}

/** A reference to another model is this word and its id. */
const referencePrefix = "IPY_MODEL_";
const controlTarget = "jupyter.widget.control";

/** Every open model. They are held until closed, since a view may ask for any of them. */
const models = new Map<string, Registered>();
/** Every model that was ever open. */
const known = new WeakSet<object>();
let listening = false;

/** Makes a model known, and from the first one on answers front ends that ask for all of them. */
export function register(model: Registered): void {
  models.set(model.id, model);
  known.add(model);
  if (listening) return;
  listening = true;
  registerCommTarget(controlTarget, (comm) => {
    comm.onMessage(({ data }) => {
      if (data["method"] === "request_states") sendStates(comm);
    });
  });
}

/** Lets a closed model go. */
export function unregister(model: Registered): void {
  models.delete(model.id);
}

/** Closes every widget. */
export function closeAll(): void {
  const all = [...models.values()];
  models.clear();
  for (const model of all) model.close();
}

/** References in the place of models, at any depth. */
export function packReferences(value: unknown): unknown {
  if (isModel(value)) return referencePrefix + value.id;
  return mapped(value, packReferences);
}

/** Models in the place of references to models that are open. */
export function unpackReferences(value: unknown): unknown {
  if (typeof value === "string" && value.startsWith(referencePrefix))
    return models.get(value.slice(referencePrefix.length)) ?? value;
  return mapped(value, unpackReferences);
}

/** Whether a value is a model, be it open or closed. */
export function isModel(value: unknown): value is Registered {
  return typeof value === "object" && value !== null && known.has(value);
}

/** Whether a value is a model that a view can still find. */
export function isOpen(value: unknown): value is Registered {
  return isModel(value) && models.get(value.id) === value;
}

/** Whether an open model has this one in its state. */
export function isReferredTo(model: Registered): boolean {
  for (const one of models.values()) if (one.refersTo(model)) return true;
  return false;
}

function mapped(value: unknown, map: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  const plain =
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return plain ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)])) : value;
}

/** Answers a front end that was reloaded. */
function sendStates(comm: Comm): void {
  const all = [...models.values()].map((model) => {
    const state = model.wireState();
    const { _model_name: model_name, _model_module: model_module } = state;
    const model_module_version = state["_model_module_version"];
    return [model.id, { model_name, model_module, model_module_version, state }];
  });
  const { state: states, paths, buffers } = takeBuffers(Object.fromEntries(all) as Record<string, unknown>);
  comm.send({ method: "update_states", states, buffer_paths: paths }, { buffers });
}
