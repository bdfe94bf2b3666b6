import type { DataMessage, RefusalMessage, RequestMessage } from "../../protocol/index.js";
import type { ViewModel } from "./afm.js";
import type { Scope } from "./scope.js";
import { asBytes, asFloat32 } from "./unpack.js";
import type { Arrived } from "./unpack.js";

/** Numbers a cell sent. */
export interface Delivery {
  readonly message: DataMessage;
  readonly data: Uint8Array | Float32Array;
}

/** The view's end of the conversation about large arrays. */
export interface Requests {
  /** Sends a request; returns its id. */
  readonly ask: (wanted: Omit<RequestMessage, "type" | "id">) => number;
}

/** Ids start at the clock, so that two views of one model, or one after a reload, don't use the same. */
let lastId = Date.now() % 2 ** 31;

/** Listens for what the cell sends. A delivery whose buffer does not fill its shape is refused. */
export function openRequests<State>(
  model: ViewModel<State>,
  scope: Scope,
  heard: {
    readonly delivered: (delivery: Delivery) => void;
    readonly refused: (id: number, reason: string) => void;
  },
): Requests {
  const receive = (content: DataMessage | RefusalMessage, buffers: readonly Arrived[]): void => {
    if (content.type === "refusal") heard.refused(content.id, String(content.reason));
    if (content.type !== "data") return;
    const data = content.dtype === "f32" ? asFloat32(buffers?.[0]) : asBytes(buffers?.[0]);
    const wanted = content.shape.reduce((product, size) => product * size, 1);
    if (data.length === wanted) heard.delivered({ message: content, data });
    else heard.refused(content.id, `the cell sent ${data.length} numbers for ${content.shape.join(" x ")}`);
  };
  model.on("msg:custom", receive);
  scope.add(() => model.off("msg:custom", receive));
  return {
    ask: (wanted) => {
      lastId += 1;
      model.send({ type: "request", id: lastId, ...wanted } satisfies RequestMessage);
      return lastId;
    },
  };
}
