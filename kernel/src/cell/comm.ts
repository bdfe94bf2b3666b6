import { randomUUID } from "node:crypto";
import { cellHost, type Bytes } from "./host.js";
import { noteTarget } from "./widgets-shown.js";

/** A message that came in over a comm. */
export interface CommMessage {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

/** Extra parts of a message that goes out. */
export interface SendOptions {
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly buffers?: readonly Bytes[];
}

/** A two-way channel between code in a cell and its view in the front end. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  send(data: Readonly<Record<string, unknown>>, options?: SendOptions): void;
  onMessage(handler: (message: CommMessage) => void): void;
  onClose(handler: (message: CommMessage) => void): void;
  close(data?: Readonly<Record<string, unknown>>): void;
}

/** Called when a front end opens a comm to a registered target. */
export type CommTarget = (comm: Comm, message: CommMessage) => void;

interface OpenComm extends Comm {
  receive(message: CommMessage): void;
  closed(message: CommMessage): void;
}

const comms = new Map<string, OpenComm>();
const targets = new Map<string, CommTarget>();

/** Opens a comm to a target in the front end. */
export function openComm(
  target: string,
  data: Readonly<Record<string, unknown>> = {},
  { id = randomUUID(), ...options }: SendOptions & { readonly id?: string } = {},
): Comm {
  const comm = register(id, target);
  cellHost().publish({ type: "comm_open", content: { comm_id: id, target_name: target, data }, ...options });
  return comm;
}

/** Accepts comms that a front end opens to `target`. Returns the undo. */
export function registerCommTarget(target: string, handler: CommTarget): () => void {
  targets.set(target, handler);
  return () => {
    if (targets.get(target) === handler) targets.delete(target);
  };
}

/** The open comms, for `comm_info_request`. */
export function openComms(target?: string): Record<string, { target_name: string }> {
  const all = [...comms.values()].filter((comm) => target === undefined || comm.target === target);
  return Object.fromEntries(all.map((comm) => [comm.id, { target_name: comm.target }]));
}

/** Hands an incoming comm message to whom it is for; an unknown target is answered with `comm_close`. */
export function dispatchComm(
  type: "comm_open" | "comm_msg" | "comm_close",
  content: Readonly<Record<string, unknown>>,
  rest: Omit<CommMessage, "data">,
): void {
  const id = String(content["comm_id"]);
  const message: CommMessage = { data: (content["data"] ?? {}) as CommMessage["data"], ...rest };
  if (type === "comm_open") {
    const target = String(content["target_name"]);
    noteTarget(target);
    const handler = targets.get(target);
    if (handler === undefined) cellHost().publish({ type: "comm_close", content: { comm_id: id, data: {} } });
    else handler(register(id, target), message);
    return;
  }
  const comm = comms.get(id);
  if (type === "comm_msg") comm?.receive(message);
  else comm?.closed(message);
}

function register(id: string, target: string): OpenComm {
  const onMessage: ((message: CommMessage) => void)[] = [];
  const onClose: ((message: CommMessage) => void)[] = [];
  const comm: OpenComm = {
    id,
    target,
    send(data, options = {}) {
      cellHost().publish({ type: "comm_msg", content: { comm_id: id, data }, ...options });
    },
    onMessage: (handler) => void onMessage.push(handler),
    onClose: (handler) => void onClose.push(handler),
    close(data = {}) {
      if (comms.delete(id)) cellHost().publish({ type: "comm_close", content: { comm_id: id, data } });
    },
    receive: (message) => onMessage.forEach((handler) => handler(message)),
    closed(message) {
      comms.delete(id);
      onClose.forEach((handler) => handler(message));
    },
  };
  comms.set(id, comm);
  return comm;
}
