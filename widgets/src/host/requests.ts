import type { WidgetModel } from "@vitrine/kernel/controls";
import { axes } from "./lod/plane.js";
import { maxMessageBytes } from "../protocol/index.js";
import type { DataMessage, RefusalMessage, RequestMessage } from "../protocol/index.js";

/** What a figure answers: numbers and what they are, or the reason why not. */
export type Answer =
  | {
      readonly message: Omit<DataMessage, "type" | "id" | "what">;
      readonly data: Uint8Array | Float32Array;
    }
  | { readonly refusal: string };

/** Answers every message of a view with data or a refusal; nothing that a view sends makes this throw. */
export function serveRequests<State extends object>(
  model: WidgetModel<State>,
  answer: (request: RequestMessage) => Answer | Promise<Answer>,
): void {
  model.onMessage((content) => void respond(model, content, answer));
}

async function respond<State extends object>(
  model: WidgetModel<State>,
  content: unknown,
  answer: (request: RequestMessage) => Answer | Promise<Answer>,
): Promise<void> {
  const request = readRequest(content);
  if ("reason" in request) {
    model.send(request);
    return;
  }
  const { id, what } = request;
  const refuse = (reason: string): void =>
    model.send({ type: "refusal", id, reason } satisfies RefusalMessage);
  try {
    const answered = await answer(request);
    if ("refusal" in answered) refuse(answered.refusal);
    else if (answered.data.byteLength > maxMessageBytes) refuse(tooLarge(answered.data.byteLength));
    else model.send({ type: "data", id, what, ...answered.message } satisfies DataMessage, [answered.data]);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
}

/** The sentence for what can't go in one message. */
export function tooLarge(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB are more than the ${maxMessageBytes / 2 ** 20} MB of one message`;
}

const kinds = ["image", "overview", "slice"] as const;

/** A request as the protocol has it, or its refusal. An id that is no number is answered as -1. */
export function readRequest(content: unknown): RequestMessage | RefusalMessage {
  const { type, id, what, axis, index, maxSize } = (
    typeof content === "object" && content !== null ? content : {}
  ) as Record<string, unknown>;
  const refuse = (reason: string): RefusalMessage => ({
    type: "refusal",
    id: isWhole(id) ? id : -1,
    reason,
  });
  if (type !== "request") return refuse('a message of a view is of type "request"');
  if (!isWhole(id)) return refuse("id: wanted a whole number");
  const kind = kinds.find((word) => word === what);
  if (kind === undefined) return refuse(`what: wanted one of ${kinds.join(", ")}`);
  if (maxSize !== undefined && !(isWhole(maxSize) && maxSize >= 1))
    return refuse("maxSize: wanted a whole number of at least 1");
  const across = axes.find((word) => word === axis);
  if (kind === "slice" && (across === undefined || !isWhole(index)))
    return refuse("slice: wanted an axis (z, y or x) and a whole index");
  return {
    type: "request",
    id,
    what: kind,
    ...(across !== undefined && { axis: across }),
    ...(isWhole(index) && { index }),
    ...(maxSize !== undefined && { maxSize: maxSize as number }),
  };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
