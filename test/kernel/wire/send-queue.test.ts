import { expect, test } from "vitest";
import { SendQueue } from "../../../kernel/src/wire/send-queue.js";

test("one message is sent at a time, in order, and the queue says when all are gone", async () => {
  const sent: unknown[] = [];
  let active = 0;
  const socket = {
    async send(frames: unknown[]): Promise<void> {
      expect(++active).toBe(1);
      await new Promise((done) => setTimeout(done, 1));
      sent.push(frames[0]);
      active--;
    },
  };
  const queue = new SendQueue(socket, () => expect.unreachable());
  for (const name of ["a", "b", "c"]) queue.send([name]);
  await queue.drained();
  expect(sent).toEqual(["a", "b", "c"]);
});

test("a message that can't be sent is told, and the next one goes out", async () => {
  const sent: unknown[] = [];
  const failures: string[] = [];
  const socket = {
    send: ([name]: unknown[]): Promise<void> =>
      name === "bad" ? Promise.reject(new Error("no")) : Promise.resolve(void sent.push(name)),
  };
  const queue = new SendQueue(socket, (error) => failures.push(String(error)));
  for (const name of ["bad", "good"]) queue.send([name]);
  await queue.drained();
  expect([sent, failures]).toEqual([["good"], ["Error: no"]]);
  await queue.drained();
});
