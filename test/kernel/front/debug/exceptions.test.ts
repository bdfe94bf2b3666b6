import { expect, test } from "vitest";
import {
  errorHeading,
  exceptionFilters,
  exceptionInfo,
  isThrown,
  stopsAt,
} from "../../../../kernel/src/front/debug/exceptions.js";

const filters = exceptionFilters.map(({ filter }) => filter);

test.each([
  [["all"], "exception", false, true, true],
  [["uncaught"], "exception", false, false, false],
  [["uncaught"], "exception", true, true, true],
  [["uncaught"], "promiseRejection", false, false, true],
  [["uncaught"], "promiseRejection", false, true, false],
  [[], "exception", true, false, false],
] as const)(
  "with %j an %s, uncaught to V8: %s, in a try: %s, stops: %s",
  (wanted, reason, uncaught, caught, stops) => {
    for (const filter of wanted) expect(filters).toContain(filter);
    expect(stopsAt({ reason, data: { uncaught } }, new Set(wanted), () => caught)).toBe(stops);
  },
);

test("an error is told with its name, its sentence and its stack", () => {
  const stop = {
    reason: "exception",
    data: { className: "RangeError", description: "RangeError: no\n    at f" },
  };
  expect(isThrown(stop)).toBe(true);
  expect(isThrown({ reason: "other" })).toBe(false);
  expect(errorHeading(stop)).toBe("RangeError: no");
  expect(exceptionInfo(stop, new Set(["all"]))).toEqual({
    exceptionId: "RangeError",
    description: "RangeError: no",
    breakMode: "always",
    details: { message: "RangeError: no", stackTrace: "    at f", typeName: "RangeError" },
  });
  expect(errorHeading({ reason: "exception", data: { type: "number", value: 3 } })).toMatch(/no error/);
});
