import { expect, test } from "vitest";
import { callEach, Handlers } from "../../../kernel/src/controls/handlers.js";

test("handlers are called in order, each as often as it was added, until undone", () => {
  const handlers = new Handlers<[number]>();
  const seen: string[] = [];
  const a = (n: number): number => seen.push(`a${n}`);
  const undo = handlers.add(a);
  handlers.add(a);
  handlers.add((n) => seen.push(`b${n}`));
  handlers.call(1);
  undo();
  undo();
  handlers.call(2);
  expect(seen).toEqual(["a1", "a1", "b1", "a2", "b2"]);
});

test("one that undoes itself or adds another doesn't disturb the others", () => {
  const handlers = new Handlers<[]>();
  const seen: string[] = [];
  const undo = handlers.add(() => {
    undo();
    handlers.add(() => seen.push("late"));
    seen.push("once");
  });
  handlers.add(() => seen.push("always"));
  handlers.call();
  expect(seen).toEqual(["once", "always"]);
});

test("all calls are made, then the first error is thrown", () => {
  const seen: number[] = [];
  const failing = (n: number) => () => {
    throw new Error(`no ${n}`);
  };
  expect(() => callEach([failing(1), () => seen.push(1), failing(2), () => seen.push(2)])).toThrow("no 1");
  expect(seen).toEqual([1, 2]);
});
