import { describe, expect, test } from "vitest";
import { document, element, label, pathData } from "../../../../widgets/src/host/stills/svg.js";
import { elementsOf, textsOf } from "../well-formed.js";

const hostile = `</text><script>alert("1")</script><!-- ]]> & 'x' \u0000\u0008\ud800 é 語 𝛼`;

describe("SVG", () => {
  test("hostile text stays text, in an element and in an attribute", () => {
    const svg = document(
      10,
      10,
      hostile,
      label(hostile, 1, 2, { fill: hostile }),
      element("g", { id: '"><script>' }),
    );
    const texts = textsOf(svg);
    expect(elementsOf(svg)).toEqual(new Set(["svg", "title", "rect", "text", "g"]));
    expect(texts).toHaveLength(2);
    for (const text of texts)
      expect(text).toBe(`</text><script>alert("1")</script><!-- ]]> & 'x' \ufffd\ufffd\ufffd é 語 𝛼`);
  });

  test("a path has gaps where points are missing, and a dot for a lone one", () => {
    const gap = Number.NaN;
    expect(pathData([0, 1, 2, 3, 4, 5], [1, 2, gap, 4, gap, 6])).toBe("M0 1L1 2M3 4h0M5 6h0");
    expect(pathData([], [])).toBe("");
    expect(pathData([0, Number.POSITIVE_INFINITY], [0, 1])).toBe("M0 0h0");
  });
});
