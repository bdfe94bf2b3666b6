import { expect, test } from "vitest";
import { viewUnderTest } from "../../support/view-under-test.js";
import { expectGoodManners, hostile } from "../../support/view-laws.js";

const subject = viewUnderTest("widgets/src/view/curve-view/index.ts");

/** The plot in a box 700 pixels wide: margins of 58 and 18 inside what the frame leaves. */
const plot = { left: 58, width: 696 - 58 - 18 };
const crossing = { series: "masked", threshold: "0.143", x: 0.3025, resolutionA: 3.306 };

async function mount({ name = "masked", title = "FSC", text = "a curve", unit = "1/Å" } = {}): Promise<void> {
  await subject.opened.page.evaluate(
    ({ name, title, text, unit, crossing }) => {
      const x = Float64Array.from({ length: 81 }, (_, i) => i / 200);
      const fsc = x.map((f) => 1 / (1 + Math.exp((f - 0.27) * 55)));
      const yValues = Float64Array.from([...fsc, ...x.map(() => 0.143)]);
      const series = [
        { name, role: "data" },
        { name: "0.143", role: "threshold" },
      ];
      const axes = { x: { label: "spatial frequency", unit }, y: { label: "FSC", unit: "" } };
      const crossings = [{ ...crossing, series: name }];
      const state = { _widget: "curve-view", title, ...axes, xValues: x, yValues, series, crossings, text };
      window.harness.countContexts();
      window.mounted = window.harness.mount(window.subject.default, state, 700);
    },
    { name, title, text, unit, crossing },
  );
  await subject.opened.page.waitForSelector(".vitrine[data-drawn]");
}
const texts = (selector: string): Promise<string[]> =>
  subject.opened.page.locator(selector).allTextContents();

test("draws the lines, marks in 1/Å below and in Å above", async () => {
  await mount();
  expect(await subject.opened.page.locator(".scatterlayer .trace").count()).toBe(3);
  expect(await texts(".xtick text")).toContain("0.2");
  expect(await texts(".x2tick text")).toEqual(expect.arrayContaining(["10 Å", "5 Å", "3 Å"]));
  expect(await texts(".infolayer .xtitle, .infolayer .x2title")).toEqual([
    "spatial frequency (1/Å)",
    "resolution",
  ]);
});

test("5 Å stands above 0.2 1/Å", async () => {
  await mount();
  const middle = async (selector: string, text: string): Promise<number> => {
    const box = (await subject.opened.page
      .locator(selector, { hasText: new RegExp(`^${text}$`) })
      .boundingBox())!;
    return box.x + box.width / 2;
  };
  // Text is centred to whole pixels.
  expect(Math.abs((await middle(".xtick text", "0.2")) - (await middle(".x2tick text", "5 Å")))).toBeLessThan(
    1.5,
  );
});

test("writes the resolution where the measurement falls below the criterion", async () => {
  await mount();
  expect(await texts(".annotation-text")).toEqual(["0.143: 3.31 Å"]);
  const box = (await subject.opened.page.locator(".shapelayer path").boundingBox())!;
  const figure = (await subject.opened.page.locator(".vitrine-figure").boundingBox())!;
  const wanted = figure.x + plot.left + (crossing.x / 0.4) * plot.width;
  expect(Math.abs(box.x + box.width / 2 - wanted)).toBeLessThan(1.5);
});

test("the marks in Å follow a zoom, Home shows all again", async () => {
  await mount();
  const all = await texts(".x2tick text");
  const figure = (await subject.opened.page.locator(".vitrine-figure").boundingBox())!;
  const at = (f: number): number => figure.x + plot.left + (f / 0.4) * plot.width;
  await subject.opened.page.mouse.move(at(0.25), figure.y + 150);
  await subject.opened.page.mouse.down();
  await subject.opened.page.mouse.move(at(0.28), figure.y + 152, { steps: 3 });
  await subject.opened.page.mouse.move(at(0.35), figure.y + 152, { steps: 3 });
  await subject.opened.page.mouse.up();
  await subject.opened.page.waitForFunction(
    () => document.querySelector(".x2tick text")?.textContent === "4 Å",
  );
  expect(await texts(".x2tick text")).not.toContain("5 Å");
  await subject.opened.page.focus(".vitrine-figure");
  await subject.opened.page.keyboard.press("Home");
  await subject.opened.page.waitForFunction(
    (count) => document.querySelectorAll(".x2tick text").length === count,
    all.length,
  );
  expect(await texts(".x2tick text")).toEqual(all);
});

test("the arrow keys read the first measurement point by point", async () => {
  await mount();
  await subject.opened.page.focus(".vitrine-figure");
  await subject.opened.page.keyboard.press("Shift+ArrowRight");
  await subject.opened.page.keyboard.press("Shift+ArrowRight");
  expect(await subject.opened.page.textContent(".vitrine-readout")).toBe("masked: 0.9999 at 0.1 1/Å (10 Å)");
});

test("an axis that is no frequency has no marks in Å", async () => {
  await mount({ unit: "iteration" });
  expect(await subject.opened.page.locator(".x2tick").count()).toBe(0);
});

test("new numbers from the cell are drawn", async () => {
  await mount();
  const path = (): Promise<string | null> =>
    subject.opened.page.locator(".scatterlayer .js-line").first().getAttribute("d");
  const before = await path();
  await subject.opened.page.evaluate(() =>
    window.mounted.model.set("yValues", new Float64Array(162).fill(0.3)),
  );
  await subject.opened.page.waitForFunction(
    (d) => document.querySelector(".scatterlayer .js-line")?.getAttribute("d") !== d,
    before,
  );
});

test("hostile text stays text, and nothing is left behind", async () => {
  await mount({ name: hostile, title: hostile, text: hostile });
  expect(await subject.opened.page.textContent(".vitrine-title")).toBe(hostile);
  expect(await texts(".legendtext")).toContain(hostile);
  await expectGoodManners(subject.opened.page, hostile);
});
