import { expect, test } from "vitest";
import { Button, Combobox, Password, Text } from "../../../kernel/src/controls/index.js";
import { onEvent } from "../../../kernel/src/controls/events/on-event.js";
import { update } from "./models.js";
import { useRecorder } from "./recorder.js";

const front = useRecorder();
const custom = (content: unknown): Record<string, unknown> => ({ method: "custom", content });

test("a click in the view or in the code calls the handlers until undone", () => {
  const button = new Button({ description: "go" });
  const seen: string[] = [];
  const undo = button.onClick(() => void seen.push("a"));
  button.onClick(async () => void seen.push("b"));
  front.current.say(button.id, custom({ event: "click" }));
  undo();
  button.click();
  front.current.say(button.id, custom({ event: "other" }));
  front.current.say(button.id, custom(null));
  expect(seen).toEqual(["a", "b", "b"]);
});

test.each([
  ["Text", Text],
  ["Password", Password],
  ["Combobox", Combobox],
])("%s tells its text when Enter is pressed", (name, Class) => {
  const field = new Class();
  const seen: string[] = [];
  const undo = field.onSubmit((text) => void seen.push(text));
  front.current.say(field.id, update({ value: "abc" }));
  front.current.say(field.id, custom({ event: "submit" }));
  undo();
  front.current.say(field.id, custom({ event: "submit" }));
  expect(seen).toEqual(["abc"]);
  expect(String(field)).toBe(`${name}(value="abc")`);
});

test("an event is heard by its name", () => {
  const handlers: ((content: unknown) => void)[] = [];
  const seen: string[] = [];
  onEvent({ onMessage: (handler) => (handlers.push(handler), () => {}) }, "click", () => seen.push("click"));
  for (const content of [{ event: "click" }, { event: "submit" }, "click", undefined]) handlers[0]!(content);
  expect(seen).toEqual(["click"]);
});
