import { expect, test } from "vitest";
import type { Request } from "../../../kernel/src/front/request.js";
import { Shells } from "../../../kernel/src/front/shells.js";

type Execute = Request<"execute_request">;
const request = (code: string, subshell_id?: string | null): Execute =>
  ({ header: { msg_id: code, subshell_id }, content: { code } }) as Execute;
const codes = (requests: readonly Execute[]): string[] => requests.map(({ content }) => content.code);

/** Shells whose cells end when they are told to. */
function shells(): { all: Shells; end: (code: string) => void; aborted: Execute[] } {
  const ends = new Map<string, () => void>();
  const aborted: Execute[] = [];
  const all = new Shells({
    run: ({ content: { code } }) => new Promise((done) => ends.set(code, () => done(false))),
    abort: (one) => void aborted.push(one),
  });
  return { all, aborted, end: (code) => ends.get(code)!() };
}

test("a subshell's cell runs beside the main one's, the next of each waits", async () => {
  const { all, end } = shells();
  const id = all.create();
  const running = [all.add(request("a")), all.add(request("b", id))];
  void all.add(request("a2", null));
  const last = all.add(request("b2", id));
  expect(codes(all.running())).toEqual(["a", "b"]);
  end("a");
  await expect.poll(() => codes(all.running())).toEqual(["b", "a2"]);
  end("b");
  await expect.poll(() => codes(all.running())).toEqual(["a2", "b2"]);
  ["a2", "b2"].forEach(end);
  await Promise.all([...running, last]);
  expect(all.running()).toEqual([]);
});

test("what is known: the main one, and those that were made and not removed", () => {
  const { all } = shells();
  const id = all.create();
  const knows = (name?: string | null): boolean => all.knows(request("", name).header);
  expect([knows(), knows(null), knows(id), knows("x"), knows("")]).toEqual([true, true, true, false, false]);
  expect(all.list()).toEqual([id]);
  expect([all.delete(id), all.delete(id), knows(id)]).toEqual([true, false, false]);
});

test("with a subshell go the cells that wait in it; the one that runs stays known until it ends", async () => {
  const { all, end, aborted } = shells();
  const id = all.create();
  const first = all.add(request("b", id));
  void all.add(request("b2", id));
  all.delete(id);
  expect(codes(aborted)).toEqual(["b2"]);
  expect(codes(all.running())).toEqual(["b"]);
  end("b");
  await first;
  expect(all.running()).toEqual([]);
});
