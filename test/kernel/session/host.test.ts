import { MessageChannel, Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { inputState, type FromSession } from "../../../kernel/src/messages/index.js";
import { createHost } from "../../../kernel/src/session/host.js";
import { createRun, finished, within } from "../../../kernel/src/session/runs.js";

/** Answers from another thread, as the front door does, while this one sleeps. */
function answering(
  state: number,
  text: string | undefined,
): { host: ReturnType<typeof createHost>; told: FromSession[]; worker: Worker } {
  const flag = new SharedArrayBuffer(4);
  const { port1, port2 } = new MessageChannel();
  const code = `const { workerData: d, parentPort: p } = require("node:worker_threads");
    p.once("message", () => setTimeout(() => { if (d.text !== undefined) d.port.postMessage({ text: d.text });
      const f = new Int32Array(d.flag); Atomics.store(f, 0, d.state); Atomics.notify(f, 0); }, 20));`;
  const worker = new Worker(code, {
    eval: true,
    workerData: { flag, port: port2, state, text },
    transferList: [port2],
  });
  const told: FromSession[] = [];
  const tell = (message: FromSession | string): void => {
    told.push(message as FromSession);
    worker.postMessage("asked");
  };
  return { host: createHost({ tell, inputFlag: new Int32Array(flag), inputPort: port1 }), told, worker };
}

test.each([
  [inputState.answered, "the line", "the line"],
  [inputState.answered, "", ""],
])("input sleeps until the line is there", async (state, text, expected) => {
  const { host, told, worker } = answering(state, text);
  expect(host.input("name?", true)).toBe(expected);
  expect(told).toMatchObject([{ tell: "input", prompt: "name?", password: true }]);
  await worker.terminate();
});

test.each([
  [inputState.refused, "not here", "input: not here"],
  [inputState.interrupted, undefined, "interrupted"],
])("or throws what the other side says", async (state, text, sentence) => {
  const { host, worker } = answering(state, text);
  expect(() => host.input("", false)).toThrow(sentence);
  await worker.terminate();
});

test("work that a run must wait for is waited for, whether it ends well or not", async () => {
  const { host, worker } = answering(0, undefined);
  const run = createRun(undefined);
  let done = false;
  within(run, () => {
    host.waitFor!(new Promise((resolve) => setTimeout(resolve, 10)).then(() => (done = true)));
    const failing = Promise.reject(new Error("no"));
    host.waitFor!(failing);
    failing.catch(() => {});
  });
  await finished(run);
  expect([done, run.unfinished.size]).toEqual([true, 0]);
  await worker.terminate();
});
