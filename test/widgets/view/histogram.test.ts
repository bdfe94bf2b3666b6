import { expect, test } from "vitest";
import { viewUnderTest } from "../../support/view-under-test.js";
import { expectGoodManners, hostile } from "../../support/view-laws.js";

const subject = viewUnderTest("widgets/src/view/histogram/index.ts");

/** The plot's place on its canvas, for a box 600 pixels wide: left and right edge, top and foot of the bars. */
const plot = { left: 52, width: 596 - 64, top: 8, height: 190 - 46 };

/** Ten bins from 0 to 10: counts 0, 1000, 0, ... and 1 in the last. */
async function mount(text = "a histogram", label = "density"): Promise<void> {
  await subject.opened.page.evaluate(
    ({ text, label }) => {
      const counts = new Float64Array(10);
      counts[1] = 1000;
      counts[9] = 1;
      const state = {
        _widget: "histogram",
        counts,
        low: 0,
        width: 1,
        label,
        scale: "linear",
        selection: [],
        text,
      };
      window.harness.countContexts();
      window.mounted = window.harness.mount(window.subject.default, state, 600);
    },
    { text, label },
  );
  await subject.opened.page.waitForSelector(".vitrine[data-drawn]");
}
/** Whether bin `bin` is inked at `height` (0 at the foot, 1 at the top). */
function inked(bin: number, height: number): Promise<boolean> {
  const x = plot.left + ((bin + 0.5) / 10) * plot.width;
  const y = plot.top + plot.height * (1 - height);
  return subject.opened.page.evaluate(
    async ([x, y]) => {
      await window.harness.settled();
      const [red, , blue] = window.harness.pixelOf(window.harness.part("bars"), x!, y!);
      return blue - red > 60;
    },
    [x, y],
  );
}
const read = (name: string): Promise<unknown> =>
  subject.opened.page.evaluate((name) => window.mounted.model.get(name), name);

test("bars stand where their values are, as high as their counts", async () => {
  await mount();
  expect(await inked(1, 0.9)).toBe(true);
  expect(await inked(1, 0.99)).toBe(false);
  for (const bin of [0, 2, 5, 8]) expect(await inked(bin, 0.02)).toBe(false);
  expect(await inked(9, 0.03)).toBe(false);
});

test("the log scale lifts a single count, and is the model's", async () => {
  await mount();
  await subject.opened.page.click("button:text('log')");
  expect(await read("scale")).toBe("log");
  expect(await inked(9, 0.05)).toBe(true);
  expect(await inked(8, 0.02)).toBe(false);
  expect(await subject.opened.page.getAttribute("button:text('log')", "aria-pressed")).toBe("true");
  await subject.opened.page.evaluate(() => window.mounted.model.set("scale", "linear"));
  expect(await inked(9, 0.05)).toBe(false);
});

test("dragging chooses values, a click lets them go, and both are saved", async () => {
  await mount();
  const canvas = (await subject.opened.page.locator("[data-part=bars]").boundingBox())!;
  const at = (value: number): number => canvas.x + plot.left + (value / 10) * plot.width;
  await subject.opened.page.mouse.move(at(0.4), canvas.y + 60);
  await subject.opened.page.mouse.down();
  await subject.opened.page.mouse.move(at(2.6), canvas.y + 70);
  await subject.opened.page.mouse.up();
  expect(await read("selection")).toEqual([0, 3]);
  expect(await subject.opened.page.textContent(".vitrine-readout")).toContain("1,000 values, 99.9 %");
  expect(await subject.opened.page.evaluate(() => window.mounted.model.saves)).toBeGreaterThan(0);
  await subject.opened.page.mouse.click(at(5), canvas.y + 60);
  expect(await read("selection")).toEqual([]);
});

test("the keyboard chooses too", async () => {
  await mount();
  await subject.opened.page.focus("[data-part=bars]");
  await subject.opened.page.keyboard.press("ArrowRight");
  expect(await read("selection")).toEqual([5, 6]);
  await subject.opened.page.keyboard.press("ArrowLeft");
  await subject.opened.page.keyboard.press("Shift+ArrowRight");
  expect(await read("selection")).toEqual([4, 6]);
  await subject.opened.page.keyboard.press("l");
  expect(await read("scale")).toBe("log");
  await subject.opened.page.keyboard.press("Escape");
  expect(await read("selection")).toEqual([]);
});

test("a selection set by the cell is drawn", async () => {
  await mount();
  const before = await subject.opened.page.evaluate(() => window.harness.part("bars").toDataURL());
  await subject.opened.page.evaluate(async () => {
    window.mounted.model.set("selection", [3, 7]);
    await window.harness.settled();
  });
  expect(await subject.opened.page.evaluate(() => window.harness.part("bars").toDataURL())).not.toBe(before);
});

test("hostile text stays text, and nothing is left behind", async () => {
  await mount(hostile, hostile);
  expect(await subject.opened.page.textContent(".vitrine-note")).toBe(hostile);
  await expectGoodManners(subject.opened.page, hostile);
});

test("text and bars are light on a dark page", async () => {
  const dark = await subject.reopen({ dark: true });
  await mount();
  const colours = await dark.page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector(".vitrine")!);
    return [color, backgroundColor].map((text) => Number(/\d+/.exec(text)![0]));
  });
  expect(colours[0]!).toBeGreaterThan(200);
  expect(colours[1]!).toBeLessThan(60);
});
