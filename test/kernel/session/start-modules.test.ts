import { expect, test, vi } from "vitest";
import { StartModules } from "../../../kernel/src/session/start-modules.js";

test("modules load one after the other; one that fails is a line, and the rest follow", async () => {
  const order: string[] = [];
  const started = new StartModules((specifier) => {
    order.push(specifier);
    return specifier === "bad" ? Promise.reject(new TypeError("no")) : Promise.resolve({});
  });
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  started.load(["a", "bad", "b"]);
  await started.done();
  const lines = write.mock.calls.map(([line]) => line);
  write.mockRestore();
  expect(order).toEqual(["a", "bad", "b"]);
  expect(lines).toEqual(["bad could not be loaded at the start: TypeError: no\n"]);
});

test("one that never ends can be given up", async () => {
  const started = new StartModules(() => new Promise(() => {}));
  started.load(["stuck"]);
  setTimeout(() => started.giveUp(), 5);
  await started.done();
  await new StartModules(() => new Promise(() => {})).done();
});
