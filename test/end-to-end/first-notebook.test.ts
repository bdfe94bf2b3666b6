import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.js";
import { startLab, type Lab } from "../support/lab.js";
import { NotebookPage } from "../support/lab-page.js";
import { changed, pixelsOf } from "../support/pixels.js";

/** A new user's first ten minutes in real JupyterLab. The tests go on from one another, as the user does. */
describe("00-start in JupyterLab", () => {
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;

  beforeAll(async () => {
    lab = await startLab(["00-start.ipynb"]);
    browser = await launchBrowser();
    notebook = new NotebookPage(await browser.newPage({ viewport: { width: 1300, height: 1400 } }));
    await notebook.open(lab.notebook("00-start.ipynb"));
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  const figure = (widget: string): Locator =>
    notebook.page.locator(`.jp-OutputArea-output section.vitrine[data-widget="${widget}"]`);

  test("all cells run, and none leaves an error", async () => {
    await notebook.runAll();
    expect(await notebook.errors()).toEqual([]);
  });

  test.each([
    ["volume-view", "canvas.vitrine-canvas", 4],
    ["histogram", "canvas.vitrine-canvas", 3],
    ["spectrum-view", "canvas.vitrine-canvas", 8],
    ["curve-view", ".vitrine-figure", 8],
  ])("%s drew: its pixels are not all alike", async (widget, surface, colours) => {
    await figure(widget).first().locator(`${surface}[data-drawn]`).first().waitFor({ timeout: 60_000 });
    const parts = figure(widget).first().locator(surface);
    expect((await pixelsOf(notebook.page, parts.first())).colours).toBeGreaterThanOrEqual(colours);
  });

  test("the isosurface drew", async () => {
    const surface = figure("volume-view").first().locator(".vitrine-figure");
    await surface.waitFor({ timeout: 60_000 });
    expect((await pixelsOf(notebook.page, surface)).colours).toBeGreaterThanOrEqual(8);
  });

  test("the curve says the resolution where it crosses", async () => {
    const text = await figure("curve-view").first().textContent();
    expect(text).toMatch(/\d+\.\d+ Å/);
  });

  test("moving the level slider changes the view, and the value in the kernel", async () => {
    await notebook.run(
      'import { show } from "@vitrine/widgets/host";\nconst shown = await show(final, { level: 0.3 });',
    );
    const view = figure("volume-view").last();
    const surface = view.locator(".vitrine-figure");
    await surface.and(notebook.page.locator("[data-drawn]")).waitFor({ timeout: 60_000 });
    expect(await notebook.run("shown.level")).toContain("0.3");
    const before = await pixelsOf(notebook.page, surface);
    const slider = view.locator('input[type="range"][aria-label*="level"]');
    await slider.focus();
    for (let step = 0; step < 3; step++) await notebook.page.keyboard.press("PageUp");
    await expect
      .poll(async () => changed(before, await pixelsOf(notebook.page, surface)), { timeout: 30_000 })
      .toBeGreaterThan(0);
    expect(Number(await notebook.run("shown.level"))).toBeGreaterThan(0.3);
  });

  test("a value set in the kernel moves the view", async () => {
    await notebook.run("shown.cursor = [40, 70, 80]");
    await expect
      .poll(() => figure("volume-view").last().innerText(), { timeout: 15_000 })
      .toMatch(/x 80, y 70, z 40/);
  });

  test("the stop button ends while(true){}, and variables stay", async () => {
    await notebook.run("const kept = 41");
    const busy = await notebook.startCell("while (true) {}");
    await notebook.page.waitForTimeout(500);
    const start = Date.now();
    await notebook.interrupt();
    await notebook.finished(busy, 10_000);
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(await notebook.output(busy)).toMatch(/interrupt/i);
    expect(await notebook.run("kept + 1")).toContain("42");
  });

  test.each([
    ["a missing file", 'await readVolume("nowhere.mrc")', /nowhere\.mrc/],
    [
      "a pixel size that is no number",
      "volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: NaN })",
      /voxelSizeA: got NaN, wanted a number above 0/,
    ],
  ])("%s is one clear error in the cell, and the kernel lives", async (_what, code, sentence) => {
    await notebook.run('import { readVolume, volume } from "vitrine"');
    expect(await notebook.run(code)).toMatch(sentence);
    expect(await notebook.run("kept + 2")).toContain("43");
  });

  test("after a reload the figures are still there, and live", async () => {
    await notebook.save();
    await notebook.open(lab.notebook("00-start.ipynb"));
    const view = figure("volume-view").first();
    await view.locator("canvas.vitrine-canvas[data-drawn]").first().waitFor({ timeout: 60_000 });
    expect(
      (await pixelsOf(notebook.page, view.locator("canvas.vitrine-canvas").first())).colours,
    ).toBeGreaterThanOrEqual(4);
    expect(await notebook.run("kept + 3")).toContain("44");
  });

  test("with the kernel gone the pictures stay", async () => {
    await notebook.save();
    await notebook.restart();
    await notebook.open(lab.notebook("00-start.ipynb"));
    const still = notebook.page.locator(".vitrine-output img:visible, .vitrine-output svg:visible").first();
    await still.waitFor({ timeout: 60_000 });
    expect((await pixelsOf(notebook.page, still)).colours).toBeGreaterThanOrEqual(4);
    const seen = await notebook.page.locator(".jp-OutputArea-output").allInnerTexts();
    expect(seen.filter((text) => /model not found|Loading widget/.test(text))).toEqual([]);
  });
});
