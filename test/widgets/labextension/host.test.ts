import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Subject from "../../support/host-subject.js";
import { pageBench } from "../../support/page.js";
import type { ViewBench } from "../../support/page.js";

let bench: ViewBench;
beforeAll(async () => {
  bench = await pageBench("test/support/host-subject.ts");
});
afterAll(() => bench?.close());

test("a Jupyter model and view host a view module: it draws, sets the model, hears it, and leaves nothing", async () => {
  const { page, errors, close } = await bench.open();
  const seen = await page.evaluate(async () => {
    const subject = window.subject as unknown as typeof Subject;
    const counts = new DataView(Float64Array.from([1, 5, 2]).buffer);
    const state = { counts, low: 0, width: 1, label: "density", scale: "linear", selection: [] };
    const hosted = await subject.host({ _widget: "histogram", text: "three bins", ...state });
    await window.harness.settled();
    const results: unknown[] = [document.querySelector(".vitrine")?.getAttribute("aria-label")];
    hosted.model.set("text", "changed");
    await window.harness.settled();
    results.push(document.querySelector(".vitrine")?.getAttribute("aria-label"));
    document.querySelectorAll("button")[1]!.click();
    results.push(hosted.model.get("scale"), hosted.sent.length > 0, hosted.listeners().length > 0);
    let gone = 0;
    document.body.addEventListener("vitrine-gone", () => (gone += 1));
    hosted.view.remove();
    results.push(gone, hosted.view.el.childElementCount, hosted.listeners());
    return results;
  });
  expect(errors).toEqual([]);
  expect(seen).toEqual(["three bins", "changed", "log", true, true, 1, 0, []]);
  await close();
});

test("a view that this version lacks is a sentence", async () => {
  const { page, errors, close } = await bench.open();
  await page.evaluate(async () => {
    await (window.subject as unknown as typeof Subject).host({ _widget: "<b>tomogram</b>", text: "" });
  });
  expect(await page.textContent("body")).toContain(`no view called "<b>tomogram</b>"`);
  expect(await page.locator("b").count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});
