import { describe, expect, test } from "vitest";
import { curve } from "vitrine";
import { mergeCounts, thinColumns, thinCurve } from "../../../../widgets/src/host/lod/thin.js";

const axis = (n: number) => ({ label: "x", unit: "", values: Float64Array.from({ length: n }, (_, i) => i) });
const line = (name: string, values: Float64Array) => ({ name, role: "data" as const, values });

describe("thinning", () => {
  test("keeps to the budget, the ends, and every line's peak and trough", () => {
    const n = 100_003;
    const spike = new Float64Array(n);
    spike[70_001] = 5;
    const dip = new Float64Array(n).fill(2);
    dip[31] = -7;
    const whole = curve({ title: "t", x: axis(n), y: axis(1), series: [line("a", spike), line("b", dip)] });
    const { x, series } = thinCurve(whole, 6000);
    expect(x.values.length * 3).toBeLessThanOrEqual(6000);
    expect([x.values[0], x.values.at(-1)]).toEqual([0, n - 1]);
    expect(series[0]!.values[x.values.indexOf(70_001)]).toBe(5);
    expect(series[1]!.values[x.values.indexOf(31)]).toBe(-7);
    expect([...x.values].every((value, i) => i === 0 || value > x.values[i - 1]!)).toBe(true);
  });

  test("leaves what is small alone, and survives NaN and many lines", () => {
    const small = curve({ title: "t", x: axis(3), y: axis(1), series: [line("a", new Float64Array(3))] });
    expect(thinCurve(small, 100).x.values).toEqual(small.x.values);
    const gaps = Array.from({ length: 40 }, (_, i) => line(`${i}`, new Float64Array(5000).fill(Number.NaN)));
    const { x } = thinCurve(curve({ title: "t", x: axis(5000), y: axis(1), series: gaps }), 4000);
    expect(x.values.length).toBeLessThanOrEqual(Math.max(82, 4000 / 41));
    expect(thinColumns([axis(9).values, axis(9).values], 9)[0]).toHaveLength(9);
  });

  test("merged counts keep their sum", () => {
    const counts = Float64Array.from({ length: 1001 }, (_, i) => i);
    const { counts: merged, factor } = mergeCounts(counts, 100);
    expect([merged.length, factor]).toEqual([91, 11]);
    expect(merged.reduce((a, b) => a + b, 0)).toBe(500_500);
    expect(mergeCounts(counts, 1001)).toEqual({ counts, factor: 1 });
  });
});
