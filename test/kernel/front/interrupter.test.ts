import { expect, test } from "vitest";
import { Interrupter, type Levers } from "../../../kernel/src/front/interrupter.js";
import { SessionPort } from "../../../kernel/src/front/session-port.js";
import type { ToSession } from "../../../kernel/src/messages/index.js";

/** A session that answers an interrupt at once, only after `blows` terminations, or by ending its cell too. */
function arranged(
  blows: number,
  endsItself: boolean,
): { port: SessionPort; interrupter: Interrupter; done: string[] } {
  const done: string[] = [];
  const held: number[] = [];
  let struck = 0;
  const answer = (id: number): void => {
    if (endsItself) port.settle(1, { status: "interrupted" });
    port.settle(id, []);
  };
  const port: SessionPort = new SessionPort(
    (id: number, message: ToSession) => {
      if (message.ask !== "interrupt") return;
      done.push(`ask ${message.leave.join()}`);
      if (struck >= blows) answer(id);
      else held.push(id);
    },
    () => {},
  );
  const levers: Levers = {
    terminate() {
      done.push("terminate");
      if (++struck >= blows) held.splice(0).forEach(answer);
    },
    endChildren: (firmly) => void done.push(firmly ? "kill" : "end"),
    endPrograms: (pids) => void done.push(`end ${pids.join()}`),
    wakeInput: () => void done.push("wake"),
  };
  return { port, interrupter: new Interrupter(port, levers), done };
}

const cell = {
  ask: "execute",
  cause: { header: {} as never, silent: false },
  code: "",
  hasValue: false,
} as const;

test("a session that answers and ends its cell is not forced", async () => {
  const { port, interrupter, done } = arranged(0, true);
  const ran = port.ask(cell);
  await interrupter.interrupt();
  expect(await ran).toEqual({ status: "interrupted" });
  expect(done).toEqual(["wake", "ask "]);
});

test("a busy one is stopped; children are ended only if that was not enough", async () => {
  const once = arranged(1, true);
  void once.port.ask(cell);
  await once.interrupter.interrupt();
  expect(once.done).toEqual(["wake", "ask ", "terminate"]);
  const often = arranged(3, true);
  void often.port.ask(cell);
  await often.interrupter.interrupt();
  expect(often.done).toEqual(["wake", "ask ", "terminate", "terminate", "end", "terminate", "end"]);
});

test("a cell that goes on waiting is left behind and answered", async () => {
  const { port, interrupter, done } = arranged(0, false);
  const ran = port.ask(cell);
  await interrupter.interrupt();
  expect(await ran).toEqual({ status: "interrupted" });
  expect(done).toEqual(["wake", "ask ", "ask 1", "end "]);
});

test("two interrupts at once are one", async () => {
  const { interrupter, done } = arranged(0, true);
  await Promise.all([interrupter.interrupt(), interrupter.interrupt()]);
  expect(done).toEqual(["wake", "ask "]);
});
