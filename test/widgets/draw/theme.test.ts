import { expect, test } from "vitest";
import type * as Draw from "../../../widgets/src/draw/index.js";
import { pageBench } from "../../support/page.js";

test("colours are read where they hold, and a change of theme is heard until it is no longer wanted", async () => {
  const bench = await pageBench("widgets/src/draw/index.ts");
  const { page, errors } = await bench.open();
  const seen = await page.evaluate(async () => {
    const { readTheme, watchTheme } = window.subject as unknown as typeof Draw;
    const box = document.createElement("div");
    document.body.append(box);
    const without = readTheme(box).text;
    box.style.setProperty("--vitrine-text", "rgb(1, 2, 3)");
    let heard = 0;
    const stop = watchTheme(() => (heard += 1));
    document.body.dataset["jpThemeLight"] = "false";
    await window.harness.settled();
    stop();
    document.body.dataset["jpThemeLight"] = "true";
    await window.harness.settled();
    return [without, readTheme(box).text, heard];
  });
  expect(seen).toEqual(["#222", "rgb(1, 2, 3)", 1]);
  expect(errors).toEqual([]);
  await bench.close();
});
