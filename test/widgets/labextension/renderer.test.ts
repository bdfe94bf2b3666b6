import { expect, test } from "vitest";
import type * as Subject from "../../support/renderer-subject.js";
import { viewUnderTest } from "../../support/view-under-test.js";

const subject = viewUnderTest("test/support/renderer-subject.ts");

interface Options {
  readonly trusted: boolean;
  /** Whether the notebook's widget manager is there: not at all, from the start, or once the figure stands in the page. */
  readonly manager: "never" | "at once" | "later";
  readonly hasModel: boolean;
}

/** A notebook's output with one figure. In the moment it comes into the page the picture is seen, whatever follows. */
async function show(options: Options): Promise<void> {
  const atOnce = await subject.opened.page.evaluate(async (options) => {
    const subject = window.subject as unknown as typeof Subject;
    const stage = subject.openStage(options);
    (window as Window & { stage?: typeof stage }).stage = stage;
    await stage.render();
    const visible = (selector: string): boolean =>
      document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) ?? false;
    return { still: visible("img"), live: visible(".live") };
  }, options);
  expect(atOnce).toEqual({ still: true, live: false });
}
const seen = (): Promise<{ still: boolean; live: boolean }> =>
  subject.opened.page.evaluate(() => {
    const visible = (selector: string): boolean =>
      document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) ?? false;
    return { still: visible("img"), live: visible(".live") };
  });
const settle = (): Promise<void> => subject.opened.page.waitForTimeout(700);

test("the live view takes the picture's place once it has drawn", async () => {
  await show({ trusted: true, manager: "at once", hasModel: true });
  await settle();
  expect(await seen()).toEqual({ still: false, live: true });
});

test("also when the widget manager starts later, as after a reload", async () => {
  await show({ trusted: true, manager: "later", hasModel: true });
  await subject.opened.page.waitForFunction(() => document.querySelector("img")?.checkVisibility() === false);
  expect(await seen()).toEqual({ still: false, live: true });
});

test.each([
  ["its model is gone", { trusted: true, manager: "at once", hasModel: false }],
  ["there is no kernel", { trusted: true, manager: "never", hasModel: true }],
  ["the notebook is not trusted", { trusted: false, manager: "at once", hasModel: true }],
] as const)("the picture stays where %s", async (_, options) => {
  await show(options);
  await settle();
  expect(await seen()).toEqual({ still: true, live: false });
});

test("the picture comes back when the model goes, and the notebook keeps its model's id", async () => {
  await show({ trusted: true, manager: "at once", hasModel: true });
  await settle();
  const stored = await subject.opened.page.evaluate(() => {
    const { stage } = window as Window & { stage?: ReturnType<typeof Subject.openStage> };
    stage!.loseModel();
    return stage!.storedModelId();
  });
  expect(stored).toBe("model-1");
  expect(await seen()).toEqual({ still: true, live: false });
});

test("a figure without a picture shows its words", async () => {
  await show({ trusted: false, manager: "never", hasModel: false });
  await subject.opened.page.evaluate(async () => {
    const { stage } = window as Window & { stage?: ReturnType<typeof Subject.openStage> };
    await stage!.render("<b>words</b>");
  });
  expect(await subject.opened.page.textContent(".vitrine-output pre")).toBe("<b>words</b>");
});
