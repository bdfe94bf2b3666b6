import { expect, test } from "vitest";
import { withinTime } from "../../../kernel/src/front/within-time.js";

test("in time, too late, and failed in time", async () => {
  expect(await withinTime(Promise.resolve(1), 50)).toBe(true);
  expect(await withinTime(new Promise(() => {}), 5)).toBe(false);
  expect(await withinTime(Promise.reject(new Error("no")), 50)).toBe(true);
});
