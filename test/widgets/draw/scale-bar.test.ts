import { expect, test } from "vitest";
import { scaleBar } from "../../../widgets/src/draw/index.js";

test.each([0.01, 0.37, 1, 2.5, 13, 400])(
  "at %d Å per pixel the bar is round, fits, and fills more than a third of its room",
  (angstromPerPx) => {
    const room = 100;
    const bar = scaleBar(angstromPerPx, room);
    expect(bar.lengthPx).toBeLessThanOrEqual(room * (1 + 1e-9));
    expect(bar.lengthPx).toBeGreaterThan(room / 3);
    expect(bar.lengthA / angstromPerPx).toBeCloseTo(bar.lengthPx, 9);
    const power = 10 ** Math.floor(Math.log10(bar.lengthA) + 1e-9);
    expect([1, 2, 5]).toContain(Math.round(bar.lengthA / power));
  },
);

test("labels are in Å, beyond 10 000 Å in µm", () => {
  expect(scaleBar(1, 60).label).toBe("50 Å");
  expect(scaleBar(400, 100).label).toBe("2 µm");
});
