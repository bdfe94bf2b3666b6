import fc from "fast-check";
import { expect, test } from "vitest";
import { complete, inspect, isComplete } from "../../../kernel/src/language/index.js";
import { FakeScope } from "./scope.js";

const words =
  "const function class import { a from 'x' } ( ) [ ] ` ${ } . ?. ! , ; : = => / /x/ // /* */ \n ' \" \\ ö 𝔸 a.b 1 ...".split(
    " ",
  );
const code = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const place = fc.tuple(code, fc.nat()).map(([text, at]): [string, number] => [text, at % (text.length + 1)]);

test("any text at any place can be asked about", async () => {
  await fc.assert(
    fc.asyncProperty(place, async ([text, cursor]) => {
      expect(["complete", "incomplete", "invalid"]).toContain(isComplete(text).status);
      const { start, end } = await complete(text, cursor, new FakeScope({ a: ["b"], "a.b": [] }));
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBe(cursor);
      const { found, markdown } = await inspect(text, cursor, new FakeScope({ a: [] }));
      expect(found).toBe(markdown !== undefined);
    }),
    { numRuns: 1500, seed: 7 },
  );
});
