import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Publisher } from "../../../kernel/src/front/publisher.js";
import type { Header, Message } from "../../../kernel/src/messages/index.js";

const parent = (msg_id: string): Header => ({
  msg_id,
  session: "s",
  username: "u",
  msg_type: "execute_request",
});
let sent: Message[];
let publisher: Publisher;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  publisher = new Publisher("s", (message) => sent.push(message));
});
afterEach(() => vi.useRealTimers());
const texts = (): unknown[] => sent.map((m) => ("text" in m.content ? m.content.text : m.header.msg_type));

test("text waits a moment and goes out as one message", () => {
  for (const text of ["a", "b", "c"]) publisher.print("stdout", text, parent("1"));
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(30);
  expect(texts()).toEqual(["abc"]);
  vi.advanceTimersByTime(100);
  expect(sent).toHaveLength(1);
});

test("text of another name or another cell is another message, in order", () => {
  publisher.print("stdout", "a", parent("1"));
  publisher.print("stderr", "b", parent("1"));
  publisher.print("stderr", "c", parent("2"));
  publisher.print("stdout", "d", parent("1"));
  publisher.flush();
  expect(texts()).toEqual(["a", "b", "c", "d"]);
  expect(sent.map((m) => (m.parent_header as Header).msg_id)).toEqual(["1", "1", "2", "1"]);
});

test("any other message is preceded by the text before it", () => {
  publisher.print("stdout", "a", parent("1"));
  publisher.publish("status", { execution_state: "idle" }, parent("1"));
  publisher.print("stdout", "b", parent("1"));
  publisher.flush();
  expect(texts()).toEqual(["a", "status", "b"]);
});

test("a long text does not wait", () => {
  publisher.print("stdout", "x".repeat(300_000), parent("1"));
  expect(sent).toHaveLength(1);
});

test("a cell that prints without end is cut, and told so once; the next cell prints again", () => {
  const block = "x".repeat(10_000_000);
  for (let i = 0; i < 15; i++) publisher.print("stdout", block, parent("1"));
  publisher.flush();
  const all = texts() as string[];
  expect(all.filter((text) => text.includes("output stopped"))).toHaveLength(1);
  expect(all.join("").length).toBeLessThan(100_000_200);
  publisher.print("stdout", "fine", parent("2"));
  publisher.flush();
  expect(texts().at(-1)).toBe("fine");
});
