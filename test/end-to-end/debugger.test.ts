import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.js";
import { startLab, type Lab } from "../support/lab.js";
import { NotebookPage } from "../support/lab-page.js";

const code = `function scale(value: number, factor: number): number {
  const scaled: number = value * factor;
  return scaled;
}
scale(21, 2)`;

const notebook = {
  cells: [{ cell_type: "code", id: "scale", execution_count: null, metadata: {}, outputs: [], source: code }],
  metadata: {
    kernelspec: { display_name: "TypeScript (Vitrine)", language: "typescript", name: "vitrine" },
    language_info: { name: "typescript" },
  },
  nbformat: 4,
  nbformat_minor: 5,
};

const patienceMs = 60_000;

/** A user looks for a mistake, in real JupyterLab. The tests go on from one another, as the user does. */
describe("the debugger in JupyterLab", () => {
  let lab: Lab;
  let browser: Browser;
  let page: NotebookPage;

  beforeAll(async () => {
    lab = await startLab([]);
    writeFileSync(join(lab.folder, "debug.ipynb"), JSON.stringify(notebook));
    browser = await launchBrowser();
    page = new NotebookPage(await browser.newPage({ viewport: { width: 1500, height: 1200 } }));
    await page.open(lab.notebook("debug.ipynb"));
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  const bug = (): Locator => page.page.locator(".jp-NotebookPanel .jp-DebuggerBugButton").first();
  const cell = (): Locator => page.page.locator(".jp-Notebook .jp-CodeCell").first();
  const gutter = (line: number): Locator =>
    cell()
      .locator(".cm-breakpoint-gutter .cm-gutterElement:visible")
      .nth(line - 1);
  const breakpoint = (): Locator => cell().locator(".cm-breakpoint-icon:visible");
  const lineStopped = (): Locator => cell().locator(".cm-line.jp-DebuggerEditor-highlight");
  const variable = (name: string): Locator =>
    page.page
      .locator(".jp-DebuggerVariables-body .jp-TreeItem")
      .filter({ has: page.page.locator(".jp-DebuggerVariables-name", { hasText: new RegExp(`^${name}$`) }) });
  /** Ctrl-Enter in the cell; again where JupyterLab was not ready to take it. */
  const run = async (): Promise<void> => {
    await cell().locator(".cm-content").click();
    const taken = cell().locator(".jp-InputArea-prompt", { hasText: "[*]" });
    for (let attempt = 0; attempt < 8 && (await taken.count()) === 0; attempt++) {
      await page.page.keyboard.press("Control+Enter");
      await taken.waitFor({ timeout: 6_000 }).catch(() => undefined);
    }
  };
  const press = (command: string): Promise<void> =>
    page.page.locator(`[aria-label="Callstack panel toolbar"] [data-command="debugger:${command}"]`).click();

  test("the bug button starts it", async () => {
    await bug().click();
    await page.page.locator('.jp-NotebookPanel[data-jp-debugger="true"]').waitFor({ timeout: patienceMs });
    await gutter(1).waitFor({ timeout: patienceMs });
  });

  test("a click beside a line sets a breakpoint there", async () => {
    // again where JupyterLab was not ready to take it
    for (let attempt = 0; attempt < 8 && (await breakpoint().count()) === 0; attempt++) {
      await gutter(2).click();
      await breakpoint()
        .waitFor({ timeout: 6_000 })
        .catch(() => undefined);
    }
    await breakpoint().waitFor({ timeout: patienceMs });
  });

  test("the cell stops there, and the panel shows the values of its variables", async () => {
    await run();
    await lineStopped().waitFor({ timeout: patienceMs });
    expect(await lineStopped().innerText()).toContain("const scaled");
    await expect.poll(() => variable("value").innerText(), { timeout: patienceMs }).toContain("21");
  });

  test("a step goes to the next line, where the new value is seen", async () => {
    await press("next");
    await expect.poll(() => lineStopped().innerText(), { timeout: patienceMs }).toContain("return scaled");
    await expect.poll(() => variable("scaled").innerText(), { timeout: patienceMs }).toContain("42");
    expect(await page.page.locator(".jp-DebuggerCallstackFrame-name").allInnerTexts()).toEqual([
      "scale",
      expect.stringMatching(/^cell-\d+\.ts$/),
    ]);
  });

  test("continue runs to the end", async () => {
    await press("continue");
    await page.finished(0, patienceMs);
    expect(await page.output(0)).toContain("42");
    await lineStopped().waitFor({ state: "detached", timeout: patienceMs });
  });

  test("after a restart of the kernel the breakpoint still stops the cell", async () => {
    await page.restart();
    // again where the cell ran before JupyterLab had told the new kernel of the breakpoint
    for (let attempt = 0; attempt < 6 && (await lineStopped().count()) === 0; attempt++) {
      await run();
      await lineStopped()
        .waitFor({ timeout: 10_000 })
        .catch(() => undefined);
    }
    await lineStopped().waitFor({ timeout: patienceMs });
    await page.interrupt();
    await lineStopped().waitFor({ state: "detached", timeout: patienceMs });
    await page.finished(0, patienceMs);
    expect(await page.output(0)).toMatch(/KeyboardInterrupt/);
  });
});
