import { expect, test } from "vitest";
import { viewUnderTest } from "../../support/view-under-test.js";
import type * as Parts from "../../support/parts-subject.js";
import { hostile } from "../../support/view-laws.js";

const subject = viewUnderTest("test/support/parts-subject.ts");

test("an element's text is text", async () => {
  const seen = await subject.opened.page.evaluate((text) => {
    const { element } = window.subject as unknown as typeof Parts;
    const made = element("p", { class: "a", text, attributes: { "data-b": text } });
    return [made.childElementCount, made.textContent, made.className, made.dataset["b"]];
  }, hostile);
  expect(seen).toEqual([0, hostile, "a", hostile]);
});

test("keys are taken from the page only where they mean something, and never with Control", async () => {
  const seen = await subject.opened.page.evaluate(() => {
    const { element, onKeys, openScope } = window.subject as unknown as typeof Parts;
    const scope = openScope();
    const box = element("div");
    document.body.append(box);
    let acted = 0;
    let reached = 0;
    document.body.addEventListener("keydown", () => (reached += 1));
    onKeys(scope, box, { ArrowUp: () => (acted += 1) });
    const press = (key: string, ctrlKey = false): boolean =>
      box.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
    const untouched = [press("ArrowUp"), press("ArrowUp", true), press("toString"), press("a")];
    scope.end();
    press("ArrowUp");
    return [untouched, acted, reached];
  });
  expect(seen).toEqual([[false, true, true, true], 1, 4]);
});

test("the two handles of contrast never cross, and the one at rest keeps its exact value", async () => {
  const seen = await subject.opened.page.evaluate(() => {
    const { contrastSlider, openScope } = window.subject as unknown as typeof Parts;
    const heard: (readonly number[])[] = [];
    const control = contrastSlider(openScope(), (contrast) => heard.push(contrast));
    document.body.append(control.node);
    const [low, high] = control.node.querySelectorAll("input");
    const move = (input: HTMLInputElement, value: number): void => {
      input.value = String(value);
      input.dispatchEvent(new Event("input"));
    };
    control.set([1, 99.123]);
    move(low!, 5);
    move(low!, 100);
    move(high!, 0);
    control.set([0, 0.05]);
    move(low!, 50);
    return heard;
  });
  const close = (at: number, from: number, to: number): void => {
    expect(seen[at]![0]).toBeCloseTo(from, 9);
    expect(seen[at]![1]).toBeCloseTo(to, 9);
  };
  close(0, 5, 99.123);
  close(1, 99.023, 99.123);
  close(2, 99.023, 99.123);
  close(3, 0, 0.05);
});

test("a value slider speaks in values, and says when it is let go", async () => {
  const seen = await subject.opened.page.evaluate(() => {
    const { openScope, valueSlider } = window.subject as unknown as typeof Parts;
    const heard: (number | string)[] = [];
    const control = valueSlider(openScope(), {
      label: "level",
      format: (value) => value.toFixed(2),
      moved: (value) => heard.push(value),
      settled: () => heard.push("let go"),
    });
    control.set({ value: 2, min: -2, max: 6 });
    const input = control.node.querySelector("input")!;
    heard.push(Number(input.value), input.getAttribute("aria-valuetext")!);
    input.value = "0.75";
    input.dispatchEvent(new Event("input"));
    input.dispatchEvent(new Event("change"));
    return [...heard, control.node.querySelector("output")!.textContent];
  });
  expect(seen).toEqual([0.5, "2.00", 4, "let go", "4.00"]);
});

test("a frame says its text, and redraws when its width changes, not its height", async () => {
  const seen = await subject.opened.page.evaluate(async () => {
    const { openFrame, openScope } = window.subject as unknown as typeof Parts;
    const host = document.createElement("div");
    document.body.append(host);
    host.style.width = "300px";
    let drawn = 0;
    const model = {
      get: (name: string) => (name === "text" ? "words" : "histogram"),
      on: () => undefined,
      off: () => undefined,
    };
    const scope = openScope();
    const frame = openFrame(host, model as never, scope, () => (drawn += 1));
    await window.harness.settled();
    const counts = [drawn];
    frame.root.style.height = "99px";
    await window.harness.settled();
    counts.push(drawn);
    host.style.width = "200px";
    await window.harness.settled();
    counts.push(drawn);
    let heard = 0;
    document.body.addEventListener("vitrine-drawn", () => (heard += 1));
    frame.drawn();
    const said = [
      frame.root.getAttribute("aria-label"),
      frame.root.dataset["widget"],
      frame.root.dataset["drawn"],
      heard,
    ];
    scope.end();
    return [counts, said, host.childElementCount];
  });
  expect(seen).toEqual([[1, 1, 2], ["words", "histogram", "1", 1], 0]);
});
