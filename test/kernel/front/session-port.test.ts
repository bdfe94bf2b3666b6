import { expect, test } from "vitest";
import { SessionPort, type Tale } from "../../../kernel/src/front/session-port.js";
import { packPrinted } from "../../../kernel/src/messages/printed.js";
import { withinTime } from "../../../kernel/src/front/within-time.js";

test("each question gets its own answer, in any order", async () => {
  const posted: number[] = [];
  const port = new SessionPort(
    (id) => posted.push(id),
    () => expect.unreachable(),
  );
  const first = port.ask({ ask: "shutdown" });
  const second = port.ask({ ask: "interrupt", leave: [] });
  expect(port.open()).toEqual(posted);
  port.receive({ tell: "answer", id: posted[1]!, value: [7] });
  port.receive({ tell: "answer", id: posted[0]!, value: null });
  expect(await first).toBe(null);
  expect(await second).toEqual([7]);
  expect(port.open()).toEqual([]);
});

test("an answer given in the session's place stands; the late one is let go", async () => {
  const port = new SessionPort(
    () => {},
    () => {},
  );
  const asked = port.ask({ ask: "interrupt", leave: [] });
  const [id] = port.open();
  port.settle(id!, { status: "interrupted" });
  port.receive({ tell: "answer", id: id!, value: null });
  expect(await asked).toEqual({ status: "interrupted" });
});

test("settled waits for those that are open and for no others", async () => {
  const port = new SessionPort(
    () => {},
    () => {},
  );
  void port.ask({ ask: "interrupt", leave: [] });
  const open = port.open();
  expect(await withinTime(port.settled([99]), 50)).toBe(true);
  expect(await withinTime(port.settled(open), 20)).toBe(false);
  port.settle(open[0]!, null);
  expect(await withinTime(port.settled(open), 50)).toBe(true);
});

test("what is told unasked is passed on", () => {
  const told: Tale[] = [];
  const port = new SessionPort(
    () => {},
    (tale) => told.push(tale),
  );
  const header = { msg_id: "1", session: "s", username: "u", msg_type: "execute_request" };
  port.receive({ tell: "cause", number: 4, cause: { header, silent: false } });
  port.receive(packPrinted(4, "stderr", "12o"));
  port.receive({ tell: "input", cause: undefined, prompt: "", password: false });
  expect(told).toEqual([
    { tell: "stream", cause: { header, silent: false }, name: "stderr", text: "12o" },
    { tell: "input", cause: undefined, prompt: "", password: false },
  ]);
});
