import { describe, expect, test } from "vitest";
import { sourceLines, titled } from "../../../widgets/src/host/bundle.js";

describe("texts of a figure", () => {
  test("a title stands before the text, where there is one", () => {
    expect(titled("half 1", "volume")).toBe("half 1: volume");
    expect(titled("", "volume")).toBe("volume");
    expect(titled(undefined, "volume")).toBe("volume");
  });

  test("the source is named with its warnings", () => {
    expect(sourceLines(undefined)).toEqual([]);
    expect(sourceLines({ name: "a.mrc", format: "mrc", warnings: ["w"] }, "half 1 from")).toEqual([
      "half 1 from a.mrc (mrc)",
      "warning: w",
    ]);
  });
});
