import { expect, test } from "vitest";
import { breakCondition, hitCounter } from "../../../../kernel/src/front/debug/conditions.js";

test.each([
  [{}, ""],
  [{ condition: "  " }, ""],
  [{ condition: "i > 2 // more" }, "(i > 2 // more\n)"],
  [{ logMessage: "at {i}" }, 'true && (console.log("at", i), false)'],
  [{ logMessage: "{a}{b} `${c}`", condition: "d" }, '(d\n) && (console.log(a, b, "`$", c, "`"), false)'],
])("%j becomes %j", (asked, expression) => {
  expect(breakCondition(asked)).toBe(expression);
});

test.each([
  [undefined, "1111111"],
  ["3", "0010000"],
  ["== 3", "0010000"],
  [">= 3", "0011111"],
  ["> 3", "0001111"],
  ["<3", "1100000"],
  ["<= 3", "1110000"],
  ["% 3", "0010010"],
  ["sometimes", "1111111"],
])("hit condition %j stops at %s", (condition, stops) => {
  const counts = hitCounter(condition);
  expect([...stops].map(() => (counts() ? "1" : "0")).join("")).toBe(stops);
});
