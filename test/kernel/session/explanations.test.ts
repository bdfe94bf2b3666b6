import { expect, test } from "vitest";
import type { FromSession } from "../../../kernel/src/messages/index.js";
import { Explanations } from "../../../kernel/src/session/explanations.js";

test("every error goes to the front door with a number of its own, and the answer finds its asker", async () => {
  const told: FromSession[] = [];
  const explanations = new Explanations((message) => told.push(message));
  const asked = [explanations.of(new RangeError("first")), explanations.of("second")];
  expect(told).toMatchObject([
    { tell: "explain", thrown: { ename: "RangeError", evalue: "first" } },
    { tell: "explain", thrown: { evalue: "'second'" } },
  ]);
  const numbers = told.map((message) => (message as { number: number }).number);
  expect(new Set(numbers).size).toBe(2);
  const answer = (ename: string) => ({ ename, evalue: "", traceback: [] });
  explanations.receive(numbers[1]!, answer("B"));
  explanations.receive(numbers[0]!, answer("A"));
  explanations.receive(99, answer("nobody's"));
  expect(await Promise.all(asked)).toEqual([answer("A"), answer("B")]);
});
