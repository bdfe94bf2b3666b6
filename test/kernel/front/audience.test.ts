import { expect, test } from "vitest";
import { Audience } from "../../../kernel/src/front/audience.js";
import { withinTime } from "../../../kernel/src/front/within-time.js";

test("the first cell waits for a listener, and no longer than a while", async () => {
  const audience = new Audience();
  const waiting = audience.present();
  expect(await withinTime(waiting, 20)).toBe(false);
  audience.subscribed();
  expect(await withinTime(waiting, 50)).toBe(true);
  const alone = new Audience();
  expect(await withinTime(alone.present(), 1500)).toBe(true);
  expect(await withinTime(alone.present(), 5)).toBe(true);
});
