import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Subject from "../../support/any-widget-subject.js";
import { pageBench } from "../../support/page.js";
import type { ViewBench } from "../../support/page.js";

let bench: ViewBench;
beforeAll(async () => {
  bench = await pageBench("test/support/any-widget-subject.ts");
});
afterAll(() => bench?.close());

/** A counter as a user writes it; it tells in `window.told` what becomes of it. */
const counter = `
const tell = (what) => (window.told ??= []).push(what);
export default {
  initialize({ model }) {
    tell("initialized");
    return () => tell("model gone");
  },
  async render({ model, el }) {
    const button = document.createElement("button");
    const draw = () => (button.textContent = model.get("count"));
    button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
    model.on("change:count", draw);
    draw();
    el.append(button);
    return () => tell("view gone");
  },
};`;

test("a module in the state draws, follows the model, changes it, and leaves nothing behind", async () => {
  const { page, errors, close } = await bench.open();
  const seen = await page.evaluate(async (esm) => {
    const subject = window.subject as unknown as typeof Subject;
    const { model, show, sent, listeners } = subject.own({
      _esm: esm,
      _css: "button { color: red }",
      count: 1,
    });
    const [first, second] = [await show(), await show()];
    const texts = (): (string | null)[] =>
      [...document.querySelectorAll("button")].map((one) => one.textContent);
    const results: unknown[] = [texts()];
    document.querySelector("button")!.click();
    results.push(texts(), model.get("count"), sent.length > 0);
    results.push(getComputedStyle(document.querySelector("button")!).color, listeners().length);
    first.remove();
    second.remove();
    await model.close(true);
    results.push(listeners(), (window as unknown as { told: string[] }).told);
    return results;
  }, counter);
  expect(errors).toEqual([]);
  expect(seen).toEqual([
    ["1", "1"],
    ["2", "2"],
    2,
    true,
    "rgb(255, 0, 0)",
    2,
    [],
    ["initialized", "view gone", "view gone", "model gone"],
  ]);
  await close();
});

test.each([
  [
    "a function that gives the hooks",
    "export default async () => ({ render({ el }) { el.append('drawn'); } })",
    "drawn",
  ],
  ["no default export", "export const render = () => {}", "can't be shown: its module has no default export"],
  [
    "a hook that throws",
    "export default { render() { throw new Error('<b>no</b>'); } }",
    "can't be shown: <b>no</b>",
  ],
])("%s", async (_what, esm, text) => {
  const { page, errors, close } = await bench.open();
  await page.evaluate(async (module) => {
    await (window.subject as unknown as typeof Subject).own({ _esm: module, _css: "" }).show();
  }, esm);
  await page.getByText(text).waitFor();
  expect(await page.locator("b").count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});
