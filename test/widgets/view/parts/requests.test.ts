import { expect, test } from "vitest";
import { openRequests, openScope } from "../../../../widgets/src/view/parts/index.js";
import type { Delivery, ViewModel } from "../../../../widgets/src/view/parts/index.js";

type Heard = (content: unknown, buffers: readonly unknown[]) => void;

function conversation() {
  const sent: { id: number }[] = [];
  const delivered: Delivery[] = [];
  const refused: string[] = [];
  let receive: Heard | undefined;
  const model = {
    on: (_: string, callback: Heard) => (receive = callback),
    off: () => (receive = undefined),
    send: (content: { id: number }) => sent.push(content),
  } as unknown as ViewModel<object>;
  const scope = openScope();
  const requests = openRequests(model, scope, {
    delivered: (delivery) => delivered.push(delivery),
    refused: (_, reason) => refused.push(reason),
  });
  const say: Heard = (content, buffers) => receive?.(content, buffers);
  return { sent, delivered, refused, scope, requests, say, listening: () => receive !== undefined };
}
const data = { type: "data", id: 1, what: "image", shape: [1, 2], offset: 0, scale: 1, binning: 1 };

test("ids grow, and two views of one model never share one", () => {
  const [a, b] = [conversation(), conversation()];
  const ids = [a, b, a, b].map(({ requests }) => requests.ask({ what: "overview", maxSize: 128 }));
  expect(new Set(ids).size).toBe(4);
  expect([...ids].sort((x, y) => x - y)).toEqual(ids);
  expect(a.sent[0]).toEqual({ type: "request", id: ids[0], what: "overview", maxSize: 128 });
});

test("buffers come as DataView or bare, bytes or float32", () => {
  const { delivered, say } = conversation();
  say({ ...data, dtype: "f32" }, [new DataView(Float32Array.from([1.5, 2]).buffer)]);
  say({ ...data, dtype: "u8" }, [Uint8Array.from([7, 8]).buffer]);
  expect(delivered.map(({ data: values }) => [...values])).toEqual([
    [1.5, 2],
    [7, 8],
  ]);
});

test("a buffer that is missing or of another length is refused; other messages are nobody's business", () => {
  const { delivered, refused, say } = conversation();
  say({ ...data, dtype: "u8" }, []);
  say({ ...data, dtype: "f32" }, [new DataView(new ArrayBuffer(2))]);
  say({ type: "refusal", id: 1, reason: "no room" }, []);
  say({ type: "something else" }, []);
  expect(delivered).toEqual([]);
  expect(refused).toEqual([
    "the cell sent 0 numbers for 1 x 2",
    "the cell sent 0 numbers for 1 x 2",
    "no room",
  ]);
});

test("nobody listens after the end", () => {
  const { scope, listening } = conversation();
  expect(listening()).toBe(true);
  scope.end();
  expect(listening()).toBe(false);
});
