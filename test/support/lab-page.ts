import type { Page } from "playwright-core";

/** What a person does in JupyterLab's notebook, by its menus and keys. */
export class NotebookPage {
  constructor(readonly page: Page) {}

  /** Opens a notebook and waits until its kernel is idle. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.waitForSelector(".jp-Notebook .jp-Cell", { timeout: 60_000 });
    await this.kernelIdle();
  }

  /** Run > Run All Cells, and waits for the last one. */
  async runAll(timeoutMs: number = 120_000): Promise<void> {
    // JupyterLab drops the command while it is still attaching the kernel; a person clicks again
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.menu("Run", "Run All Cells");
      if (await this.prompts(/\[(\d+|\*)\]/, "some", 8_000)) break;
    }
    if (!(await this.prompts(/\[\d+\]/, "every", timeoutMs))) {
      throw new Error(`the cells did not all run within ${timeoutMs / 1000} s`);
    }
  }

  /** Whether the prompts of the cells that hold code come to look so in time. */
  private prompts(pattern: RegExp, which: "some" | "every", timeoutMs: number): Promise<boolean> {
    return this.page
      .waitForFunction(
        ([source, one]) => {
          const prompts = [...document.querySelectorAll(".jp-Notebook .jp-CodeCell")]
            .filter((cell) => (cell.querySelector(".cm-content")?.textContent ?? "").trim() !== "")
            .map((cell) => cell.querySelector(".jp-InputArea-prompt")?.textContent ?? "");
          const matches = prompts.map((prompt) => new RegExp(source).test(prompt));
          return one === "some" ? matches.includes(true) : matches.length > 0 && !matches.includes(false);
        },
        [pattern.source, which] as const,
        { timeout: timeoutMs },
      )
      .then(
        () => true,
        () => false,
      );
  }

  /** Types a new cell at the end and runs it; resolves at once, with the cell's index among the code cells. */
  async startCell(code: string): Promise<number> {
    await this.page
      .locator(".jp-Notebook .jp-Cell")
      .last()
      .click({ position: { x: 5, y: 5 } });
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press("b");
    await this.page.keyboard.press("Enter");
    await this.page.keyboard.insertText(code);
    const index = (await this.page.locator(".jp-Notebook .jp-CodeCell").count()) - 1;
    const prompt = this.page.locator(".jp-Notebook .jp-CodeCell").nth(index).locator(".jp-InputArea-prompt");
    for (let attempt = 0; attempt < 4; attempt++) {
      await this.page.keyboard.press("Control+Enter");
      const taken = prompt.filter({ hasText: /\[(\d+|\*)\]/ }).waitFor({ timeout: 6_000 });
      if (
        await taken.then(
          () => true,
          () => false,
        )
      )
        break;
    }
    return index;
  }

  /** Types a new cell at the end, runs it, and gives the text of its output. */
  async run(code: string, timeoutMs: number = 30_000): Promise<string> {
    const index = await this.startCell(code);
    await this.finished(index, timeoutMs);
    return this.output(index);
  }

  /** Waits until a code cell has its number. */
  async finished(index: number, timeoutMs: number = 30_000): Promise<void> {
    await this.page.waitForFunction(
      (at) => {
        const cell = document.querySelectorAll(".jp-Notebook .jp-CodeCell")[at];
        return /\[\d+\]/.test(cell?.querySelector(".jp-InputArea-prompt")?.textContent ?? "");
      },
      index,
      { timeout: timeoutMs },
    );
  }

  async output(index: number): Promise<string> {
    return this.page
      .locator(".jp-Notebook .jp-CodeCell")
      .nth(index)
      .locator(".jp-OutputArea-output")
      .allInnerTexts()
      .then((texts) => texts.join("\n"));
  }

  /** Texts of all outputs that are errors. */
  async errors(): Promise<readonly string[]> {
    return this.page
      .locator(
        '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"], .jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]',
      )
      .allInnerTexts();
  }

  /** Kernel > Interrupt Kernel. */
  async interrupt(): Promise<void> {
    await this.menu("Kernel", "Interrupt Kernel");
  }

  /** Kernel > Restart Kernel…, and says yes. */
  async restart(): Promise<void> {
    await this.menu("Kernel", "Restart Kernel…");
    await this.page.locator(".jp-Dialog-button.jp-mod-accept").click();
    await this.kernelIdle();
  }

  /** File > Save Notebook, again where the notebook changed meanwhile: a figure that draws touches it. */
  async save(): Promise<void> {
    const dirty = this.page.locator(".lm-TabBar-tab.jp-mod-dirty");
    for (let attempt = 0; attempt < 4; attempt++) {
      await this.menu("File", "Save Notebook");
      const clean = dirty.first().waitFor({ state: "detached", timeout: 6_000 });
      if (
        await clean.then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error("the notebook could not be saved: it stays marked as changed");
  }

  /** Waits until the kernel is attached to the notebook, which the status bar says, and has nothing to do. */
  async kernelIdle(): Promise<void> {
    await this.page.waitForSelector('.jp-NotebookPanel .jp-Notebook-ExecutionIndicator[data-status="idle"]', {
      timeout: 60_000,
    });
    await this.page
      .locator("#jp-main-statusbar", { hasText: /TypeScript \(Vitrine\) \| Idle/ })
      .waitFor({ timeout: 60_000 });
  }

  private async menu(bar: string, item: string): Promise<void> {
    await this.page.locator(".lm-MenuBar-itemLabel", { hasText: new RegExp(`^${bar}$`) }).click();
    await this.page.locator(".lm-Menu-itemLabel", { hasText: new RegExp(`^${item}$`) }).click();
  }
}
