import { describe, expect, test } from "vitest";
import {
  CryoError,
  FileError,
  FormatError,
  MemoryError,
  ShapeError,
  ValueError,
  isCryoError,
  printable,
} from "../../../lib/src/core/index.js";

describe("an error of the library", () => {
  test("says what, got, wanted and hint in one sentence", () => {
    const error = new ValueError("sigma", { got: -1, wanted: "a number above 0", hint: "in pixels" });
    expect(error.message).toBe("sigma: got -1, wanted a number above 0 (in pixels)");
    expect(error).toMatchObject({ what: "sigma", got: -1, wanted: "a number above 0", hint: "in pixels" });
    expect(new ValueError("sigma", { got: -1, wanted: "more" }).message).toBe("sigma: got -1, wanted more");
  });

  test("of a file names the file, the field and the place", () => {
    const error = new FormatError({ file: "a.mrc", field: "mode", offset: 12, got: 99, wanted: "0, 1 or 2" });
    expect(error.message).toBe("a.mrc: mode: got 99, wanted 0, 1 or 2");
    expect(error).toMatchObject({ file: "a.mrc", field: "mode", offset: 12, tag: "format" });
  });

  test.each([
    [new ValueError("a", { got: 1, wanted: "2" }), "value", "ValueError"],
    [new ShapeError("a", { got: 1, wanted: "2" }), "shape", "ShapeError"],
    [new FormatError({ file: "f", field: "a", got: 1, wanted: "2" }), "format", "FormatError"],
    [new FileError("a", { got: 1, wanted: "2" }), "file", "FileError"],
    [new MemoryError("a", { got: 1, wanted: "2" }), "memory", "MemoryError"],
  ] as const)("%s is told by its tag and its name", (error, tag, name) => {
    expect(error).toBeInstanceOf(CryoError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(name);
    expect(isCryoError(error)).toBe(true);
    for (const other of ["value", "shape", "format", "file", "memory"] as const) {
      expect(isCryoError(error, other)).toBe(other === tag);
    }
  });

  test("keeps its cause, and has none where none was given", () => {
    const cause = new Error("disk");
    expect(new FileError("a", { got: "b", wanted: "c", cause }).cause).toBe(cause);
    expect("cause" in new FileError("a", { got: "b", wanted: "c" })).toBe(false);
  });

  test("is not any other error", () => {
    expect(isCryoError(new Error("x"))).toBe(false);
    expect(isCryoError(new RangeError("x"), "value")).toBe(false);
    expect(isCryoError("x")).toBe(false);
    expect(isCryoError(undefined)).toBe(false);
  });
});

describe("what a sentence quotes", () => {
  test.each([
    ["plain", "plain"],
    [[1, 2, 3], "[1, 2, 3]"],
    [undefined, "undefined"],
    [Number.NaN, "NaN"],
    ["two\nlines", "two\\u000alines"],
    ["\u001b[31mred", "\\u001b[31mred"],
    ["abc\u202ecba", "abc\\u202ecba"],
    ["\u2066hidden\u2069", "\\u2066hidden\\u2069"],
    ["1.06 Å", "1.06 Å"],
  ])("prints %j on one line", (value, text) => expect(printable(value)).toBe(text));

  test("is cut at 200 characters", () => {
    expect(printable("x".repeat(200))).toHaveLength(200);
    expect(printable("x".repeat(201))).toBe(`${"x".repeat(199)}…`);
    const error = new FormatError({
      file: "f".repeat(500),
      field: "mode",
      got: "g".repeat(5000),
      wanted: "w",
    });
    expect(error.message.length).toBeLessThan(450);
  });
});
