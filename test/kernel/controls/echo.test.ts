import { afterEach, expect, test, vi } from "vitest";
import { echoWanted } from "../../../kernel/src/controls/echo.js";

afterEach(() => vi.unstubAllEnvs());

test.each([
  [undefined, true],
  ["1", true],
  ["yes", true],
  ["", true],
  ["0", false],
  ["False", false],
  ["off", false],
  ["NO", false],
])("JUPYTER_WIDGETS_ECHO=%s: %s", (word, wanted) => {
  vi.stubEnv("JUPYTER_WIDGETS_ECHO", word);
  expect(echoWanted()).toBe(wanted);
});
