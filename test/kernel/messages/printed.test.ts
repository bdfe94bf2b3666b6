import fc from "fast-check";
import { expect, test } from "vitest";
import { CauseNumbers, packPrinted, unpackPrinted } from "../../../kernel/src/messages/printed.js";
import type { Cause } from "../../../kernel/src/messages/session-link.js";

test("what was packed is unpacked, any text", () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom("stdout" as const, "stderr" as const),
      fc.string(),
      (cause, name, text) => {
        expect(unpackPrinted(packPrinted(cause, name, text))).toEqual({ cause, name, text });
      },
    ),
  );
});

test("a cause is announced once, before its number is used", () => {
  const announced: [number, Cause][] = [];
  const numbers = new CauseNumbers((number, cause) => announced.push([number, cause]));
  const [a, b] = [{ silent: false }, { silent: false }] as Cause[];
  expect([a, b, a].map((cause) => numbers.of(cause!))).toEqual([1, 2, 1]);
  expect(announced).toEqual([
    [1, a],
    [2, b],
  ]);
});
