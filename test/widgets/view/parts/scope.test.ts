import { expect, test } from "vitest";
import { openScope } from "../../../../widgets/src/view/parts/index.js";
import type { ViewModel } from "../../../../widgets/src/view/parts/index.js";

test("cleanups run once, the last first; what comes after the end is undone at once", () => {
  const scope = openScope();
  const ran: number[] = [];
  scope.add(() => ran.push(1));
  scope.add(() => ran.push(2));
  expect(scope.ended()).toBe(false);
  scope.end();
  scope.end();
  expect(ran).toEqual([2, 1]);
  expect(scope.ended()).toBe(true);
  scope.add(() => ran.push(3));
  expect(ran).toEqual([2, 1, 3]);
});

test("observers of a model are taken off with the very function that was put on", () => {
  const heard = new Map<string, unknown>();
  const model = {
    on: (event: string, callback: unknown) => heard.set(event, callback),
    off: (event: string, callback: unknown) => heard.get(event) === callback && heard.delete(event),
  } as unknown as ViewModel<{ readonly a: number; readonly b: number }>;
  const scope = openScope();
  scope.observe(model, ["a", "b"], () => undefined);
  expect([...heard.keys()]).toEqual(["change:a", "change:b"]);
  scope.end();
  expect(heard.size).toBe(0);
});
