import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { expect, test } from "vitest";
import { InputDesk } from "../../../kernel/src/front/input-desk.js";
import type { Request } from "../../../kernel/src/front/request.js";
import { inputState, type Cause, type Header } from "../../../kernel/src/messages/index.js";

const header = (msg_id: string): Header => ({
  msg_id,
  session: "s",
  username: "u",
  msg_type: "execute_request",
});
const cause = (msg_id: string): Cause => ({ header: header(msg_id), silent: false });

function desk(allow_stdin?: boolean): {
  desk: InputDesk;
  asked: object[];
  state: () => number;
  line: () => unknown;
} {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const asked: object[] = [];
  const running = {
    header: header("1"),
    content: { code: "", ...(allow_stdin !== undefined && { allow_stdin }) },
  } as Request<"execute_request">;
  const one = new InputDesk({
    flag,
    port: port1,
    running: () => [running],
    ask: (_request, content) => void asked.push(content),
  });
  const line = (): unknown => (receiveMessageOnPort(port2)?.message as { text: string } | undefined)?.text;
  return { desk: one, asked, state: () => flag[0]!, line };
}

test("the running cell's question is asked, and its answer waits on the port", () => {
  const { desk: one, asked, state, line } = desk();
  one.question(cause("1"), "name?", true);
  expect([asked, state()]).toEqual([[{ prompt: "name?", password: true }], inputState.waiting]);
  one.answer("Ä");
  expect([state(), line()]).toEqual([inputState.answered, "Ä"]);
});

test("a cell that has ended, or a front end without input, is refused with a reason", () => {
  const late = desk();
  late.desk.question(cause("0"), "?", false);
  expect([late.state(), late.line(), late.asked]).toEqual([
    inputState.refused,
    expect.stringContaining("running"),
    [],
  ]);
  const deaf = desk(false);
  deaf.desk.question(cause("1"), "?", false);
  expect([deaf.state(), deaf.line()]).toEqual([inputState.refused, "this front end takes no input"]);
});

test("an interrupt wakes it; answers that nobody asked for are let go", () => {
  const { desk: one, state, line } = desk();
  one.answer("early");
  one.interrupt();
  expect(state()).toBe(inputState.waiting);
  one.question(cause("1"), "?", false);
  one.interrupt();
  one.answer("late");
  expect([state(), line()]).toEqual([inputState.interrupted, undefined]);
});
