import { expect, test } from "vitest";
import { soon } from "../../../kernel/src/language/soon.js";

test("what comes in time is given, what does not is not waited for, and an error is one", async () => {
  expect(await soon(Promise.resolve(1), 1000)).toBe(1);
  expect(await soon(new Promise(() => {}), 5)).toBeUndefined();
  await expect(soon(Promise.reject(new Error("no")), 1000)).rejects.toThrow("no");
});
