import type { MessagePort } from "node:worker_threads";
import { receiveMessageOnPort } from "node:worker_threads";
import type { Bytes, CellHost } from "../cell/index.js";
import { inputState, type FromSession } from "../messages/index.js";
import { KeyboardInterrupt } from "./interruption.js";
import { currentRun, whenFinished } from "./runs.js";

/** How a session reaches the front door. */
export interface HostLink {
  tell(message: FromSession | string, transfer?: readonly ArrayBuffer[]): void;
  readonly inputFlag: Int32Array;
  readonly inputPort: MessagePort;
}

/** What cells are given: messages under their own cause, lines of input, the signal of their run. */
export function createHost({ tell, inputFlag, inputPort }: HostLink): CellHost {
  return {
    publish(message) {
      const { cause, output } = currentRun() ?? {};
      const { type, content, metadata = {}, buffers = [] } = message;
      if (output !== undefined && (type === "display_data" || type === "clear_output"))
        return output(message);
      if (cause?.silent === true && !type.startsWith("comm_")) return;
      const copies = buffers.map(copied);
      tell(
        { tell: "publish", cause, type, json: JSON.stringify({ content, metadata }), buffers: copies },
        copies.map((copy) => copy.buffer),
      );
    },
    input(prompt, password) {
      Atomics.store(inputFlag, 0, inputState.waiting);
      tell({ tell: "input", cause: currentRun()?.cause, prompt, password });
      Atomics.wait(inputFlag, 0, inputState.waiting);
      const state = Atomics.load(inputFlag, 0);
      if (state === inputState.interrupted) throw new KeyboardInterrupt();
      const answer = receiveMessageOnPort(inputPort)?.message as { readonly text: string } | undefined;
      if (state === inputState.refused || answer === undefined)
        throw new Error(`input: ${answer?.text ?? "the front end gave no answer"}`);
      return answer.text;
    },
    waitFor(work) {
      const unfinished = currentRun()?.unfinished;
      unfinished?.add(work);
      const done = (): void => void unfinished?.delete(work);
      work.then(done, done);
    },
    stopper() {
      const controller = currentRun()?.controller;
      return () => controller?.abort(new KeyboardInterrupt());
    },
    whenEnded(callback) {
      const run = currentRun();
      if (run !== undefined) whenFinished(run, callback);
    },
    setCheckMode: (mode) => tell({ tell: "check", mode }),
    signal: () => currentRun()?.controller.signal ?? AbortSignal.abort(new Error("no cell has run yet")),
  };
}

function copied(bytes: Bytes): Uint8Array<ArrayBuffer> {
  const view = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  return new Uint8Array(view);
}
