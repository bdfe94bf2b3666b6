import { expect, test } from "vitest";
import { SturdyConverter } from "../../../../kernel/src/session/engines/tslab-converter.js";
import type { Converter } from "../../../../kernel/src/session/engines/tslab-types.js";

/** A converter that keeps a list of what it is asked, and may be stopped in the middle. */
function recorder(asked: string[], stop: () => boolean = () => false): Converter {
  const note =
    (name: string) =>
    (...rest: unknown[]): unknown => {
      asked.push([name, ...rest].join(" "));
      if (stop()) throw new Error("stopped");
      return name;
    };
  return {
    convert: note("convert"),
    complete: note("complete"),
    inspect: note("inspect"),
    addModule: note("module"),
    close: note("close"),
  } as Converter;
}

test("one converter serves all calls, made at the first", () => {
  const asked: string[] = [];
  let made = 0;
  const sturdy = new SturdyConverter(() => (made++, recorder(asked)));
  expect(made).toBe(0);
  expect([sturdy.convert("d", "c"), sturdy.complete("d", "c", 1), sturdy.inspect("d", "c", 2)]).toEqual([
    "convert",
    "complete",
    "inspect",
  ]);
  expect(asked).toEqual(["convert d c", "complete d c 1", "inspect d c 2"]);
  expect(made).toBe(1);
});

test("one that was stopped half way is replaced by one that knows the modules", () => {
  const asked: string[] = [];
  let made = 0;
  let stops = false;
  const sturdy = new SturdyConverter(() => (made++, recorder(asked, () => stops)));
  sturdy.addModule("m", "text");
  stops = true;
  expect(() => sturdy.convert("d", "c")).toThrow("stopped");
  stops = false;
  asked.length = 0;
  sturdy.convert("d", "again");
  sturdy.close();
  expect(asked).toEqual(["close", "module m text ", "convert d again", "close"]);
  expect(made).toBe(3);
});

test("a call that fails once is made again with a new one", () => {
  const asked: string[] = [];
  const faults = [true, false];
  const sturdy = new SturdyConverter(() => recorder(asked, () => faults.shift() ?? false));
  expect(sturdy.convert("d", "c")).toBe("convert");
  expect(asked).toEqual(["convert d c", "close", "convert d c"]);
});
