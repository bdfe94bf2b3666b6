import { expect, test } from "vitest";
import { ExecutionQueue } from "../../../kernel/src/front/queue.js";
import type { Request } from "../../../kernel/src/front/request.js";

type Execute = Request<"execute_request">;
const request = (code: string): Execute => ({ content: { code } }) as Execute;

function queue(failing: string): { added: ExecutionQueue; log: string[] } {
  const log: string[] = [];
  const added = new ExecutionQueue({
    async run({ content: { code } }, beforeReply) {
      log.push(`start ${code}`);
      await new Promise((done) => setTimeout(done, 2));
      if (code === failing) await beforeReply();
      log.push(`end ${code}`);
      return code === failing;
    },
    abort: ({ content: { code } }) => void log.push(`abort ${code}`),
  });
  return { added, log };
}

test("one at a time, in order", async () => {
  const { added, log } = queue("none");
  const all = ["a", "b"].map((code) => added.add(request(code)));
  await Promise.all(all);
  expect(log).toEqual(["start a", "end a", "start b", "end b"]);
});

test("after a failure those that wait are aborted, also those that come while its reply is held", async () => {
  const { added, log } = queue("a");
  const first = added.add(request("a"));
  void added.add(request("b"));
  await new Promise((done) => setTimeout(done, 3));
  void added.add(request("c"));
  await first;
  await added.add(request("d"));
  expect(log).toEqual(["start a", "end a", "abort b", "abort c", "start d", "end d"]);
});

test("those that wait can be aborted, and what runs goes on", async () => {
  const { added, log } = queue("none");
  const first = added.add(request("a"));
  void added.add(request("b"));
  added.clear();
  await first;
  expect(log).toEqual(["start a", "abort b", "end a"]);
});

test("a run that throws does not stop the queue for ever", async () => {
  const log: string[] = [];
  const added = new ExecutionQueue({
    run: ({ content: { code } }) =>
      code === "bad" ? Promise.reject(new Error("x")) : Promise.resolve(void log.push(code) as never),
    abort: () => {},
  });
  await expect(added.add(request("bad"))).rejects.toThrow("x");
  await added.add(request("good"));
  expect(log).toEqual(["good"]);
});
