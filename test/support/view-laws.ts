import { expect } from "vitest";
import { widgetNames } from "../../widgets/src/protocol/index.js";
import type { Page } from "playwright-core";

/** Markup that would run or change the page if it were ever read as HTML. */
export const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>bold</b>&lt;i&gt;`;

/** What holds for every view once it has drawn: it has a text alternative, takes the keyboard, and leaves nothing behind. */
export async function expectGoodManners(page: Page, text: string): Promise<void> {
  await page.waitForSelector(".vitrine[data-drawn]");
  expect(await page.getAttribute(".vitrine", "aria-label")).toBe(text);
  expect(widgetNames).toContain(await page.getAttribute(".vitrine", "data-widget"));
  expect(await page.locator(".vitrine [tabindex='0']").count()).toBeGreaterThan(0);
  expect(await page.evaluate(() => (window as Window & { hacked?: number }).hacked)).toBeUndefined();
  expect(await page.locator(".vitrine img, .vitrine script, .vitrine b").count()).toBe(0);
  const left = await page.evaluate(async () => {
    const { model, host, cleanup } = window.mounted;
    cleanup();
    cleanup();
    const frames: number[] = [];
    model.set("text", "after the end");
    await window.harness.settled();
    frames.push(document.querySelectorAll("canvas").length, host.childElementCount, model.listenerCount());
    return [...frames, window.harness.liveContexts()];
  });
  expect(left).toEqual([0, 0, 0, 0]);
}
