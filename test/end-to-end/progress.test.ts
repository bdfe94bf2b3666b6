import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.js";
import { startLab, type Lab } from "../support/lab.js";
import { NotebookPage } from "../support/lab-page.js";

/** What a person sees of slow work, and how it is stopped, in real JupyterLab. */
describe("slow work in JupyterLab", () => {
  const name = "00-start.ipynb";
  /** A loop whose rounds take as many milliseconds as the expression says. */
  const slow = (rounds: number, pauseMs: string): string =>
    `for await (const i of cell.track([...Array(${rounds}).keys()], "align")) await new Promise((d) => setTimeout(d, ${pauseMs}))`;
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;

  beforeAll(async () => {
    lab = await startLab([name]);
    browser = await launchBrowser();
    notebook = new NotebookPage(await browser.newPage({ viewport: { width: 1300, height: 1000 } }));
    await notebook.open(lab.notebook(name));
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  const outputOf = (index: number): Locator =>
    notebook.page.locator(".jp-Notebook .jp-CodeCell").nth(index).locator(".jp-OutputArea-output");

  test("shows a bar that moves, and says at the end what took how long", async () => {
    // the page is ready for widgets once a cell has run
    await notebook.run('import { existsSync } from "node:fs"; const kept = 41', 90_000);
    const seen = join(lab.folder, "seen"); // the work hurries to its end once the page has shown that the bar moves
    const index = await notebook.startCell(slow(150, `existsSync(${JSON.stringify(seen)}) ? 1 : 200`));
    const label = outputOf(index).locator(".widget-label", { hasText: "align" }); // the bar has an empty one of its own
    await label.waitFor({ timeout: 15_000 });
    const early = await label.innerText();
    expect(early).toMatch(/align\s+\d+\/150\s+[\d.]+\/s\s+0:\d\d left/);
    await expect.poll(() => label.innerText(), { timeout: 5_000 }).not.toBe(early);
    writeFileSync(seen, "");
    await notebook.finished(index);
    await expect
      .poll(() => notebook.output(index), { timeout: 5_000 })
      .toMatch(/^align: done in \d+\.\d s, 150 at/);
    await expect.poll(() => outputOf(index).locator("button").count(), { timeout: 5_000 }).toBe(0);
  });

  test("the cancel button stops it; what is saved is its last word", async () => {
    const index = await notebook.startCell(slow(5000, "20"));
    const cancel = outputOf(index).locator("button", { hasText: "cancel" });
    await cancel.click({ timeout: 15_000 });
    await notebook.finished(index, 5_000);
    await expect.poll(() => notebook.output(index)).toMatch(/align: stopped at \d+\/5000 after/);
    expect(await notebook.output(index)).toMatch(/interrupted/);
    expect(await notebook.run("kept + 1")).toContain("42");
    await notebook.save();
    const saved = readFileSync(join(lab.folder, name), "utf8");
    expect(saved).toContain("align: stopped at");
    expect(saved).not.toContain("Loading widget");
    const { cells } = JSON.parse(saved) as { cells: { source: string | string[]; outputs?: unknown[] }[] };
    const cell = cells.find(({ source }) => [source].flat().join("").includes("5000"));
    expect(JSON.stringify(cell?.outputs)).not.toContain("widget-view");
  });

  test("the stop button of the toolbar ends a busy loop, and the next cell runs", async () => {
    const busy = await notebook.startCell("for (;;);");
    await notebook.page
      .locator('.jp-NotebookPanel-toolbar [data-command="notebook:interrupt-kernel"]')
      .click();
    await notebook.finished(busy, 5_000);
    expect(await notebook.output(busy)).toMatch(/KeyboardInterrupt/);
    expect(await notebook.run("kept + 2")).toContain("43");
  });
});
