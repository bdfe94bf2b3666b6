import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.js";
import { startLab, type Lab } from "../support/lab.js";
import { NotebookPage } from "../support/lab-page.js";

/** A notebook with nothing in it yet. */
const empty = {
  cells: [{ cell_type: "code", id: "first", execution_count: null, metadata: {}, outputs: [], source: "" }],
  metadata: {
    kernelspec: { display_name: "TypeScript (Vitrine)", language: "typescript", name: "vitrine" },
    language_info: { name: "typescript" },
  },
  nbformat: 4,
  nbformat_minor: 5,
};

/** One cell of controls, as a user writes it. */
const cell = `
import { FileUpload, IntSlider, Output, VBox, anywidget, jslink } from "@vitrine/kernel/controls";

const slider = new IntSlider({ value: 3, max: 50, description: "threshold" });
const said = new Output();
slider.on("change", "value", ({ value }) => said.capture(() => console.log("moved to", value)));

const left = new IntSlider({ value: 1, max: 50, description: "left" });
const right = new IntSlider({ value: 1, max: 50, description: "right" });
jslink([left, "value"], [right, "value"]);

const upload = new FileUpload({ description: "map" });
const received = new Output();
upload.on("change", "value", ({ value }) => received.capture(() => {
  for (const file of value) console.log(file.name, file.size, new TextDecoder().decode(file.content));
}));

const counter = anywidget({
  state: { count: 0 },
  css: ".own-counter { color: rgb(1, 2, 3) }",
  esm: \`export default { render({ model, el }) {
    const button = document.createElement("button");
    button.className = "own-counter";
    const draw = () => { button.textContent = "clicked " + model.get("count"); };
    button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
    model.on("change:count", draw);
    draw();
    el.append(button);
  } };\`,
});
new VBox({ children: [slider, said, left, right, upload, received, counter as never] })
`;

/** A function that takes its time and says what became of it. */
const slow = `
const log: string[] = [];
const squared = interact(async ({ n }) => {
  const { signal } = cell;
  log.push("start " + n);
  signal.addEventListener("abort", () => log.push("stop " + n));
  if (n !== 1) await new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, n === 2 ? 60_000 : 10);
    signal.addEventListener("abort", () => { clearTimeout(timer); reject(signal.reason); });
  });
  console.log("the square of", n);
  return n * n;
}, { n: new IntSlider({ value: 1, max: 50, description: "squared" }) });
`;

/** Controls in JupyterLab: the tests go on from one another, as the user does. */
describe("controls in JupyterLab", () => {
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;

  beforeAll(async () => {
    lab = await startLab([]);
    browser = await launchBrowser();
    notebook = new NotebookPage(await browser.newPage({ viewport: { width: 1300, height: 1400 } }));
    writeFileSync(join(lab.folder, "controls.ipynb"), JSON.stringify(empty));
    await notebook.open(lab.notebook("controls.ipynb"));
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  const control = (description: string): Locator =>
    notebook.page.locator(".jp-OutputArea-output .widget-inline-hbox", {
      has: notebook.page.locator(".widget-label", { hasText: new RegExp(`^${description}$`) }),
    });
  const outputs = (text: RegExp): Locator =>
    notebook.page.locator(".jp-OutputArea-output .widget-output", { hasText: text });

  /** Drags the handle of a slider to its right end with the mouse. */
  async function dragToEnd(description: string): Promise<void> {
    await control(description).scrollIntoViewIfNeeded();
    const box = (await control(description).locator(".noUi-target").boundingBox())!;
    const handle = (await control(description).locator(".noUi-handle").boundingBox())!;
    const { mouse } = notebook.page;
    await mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await mouse.down();
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await mouse.move(box.x + box.width + 40, box.y + box.height / 2, { steps: 4 });
    await mouse.up();
  }

  test("a slider moved by the mouse changes the value, and what its handler prints appears", async () => {
    await notebook.run(cell);
    expect(await notebook.errors()).toEqual([]);
    await dragToEnd("threshold");
    await outputs(/moved to 50/).waitFor({ timeout: 30_000 });
    expect(await notebook.run("slider.value")).toContain("50");
  });

  test("a value set in a cell moves the slider", async () => {
    await notebook.run("slider.value = 21");
    await control("threshold").locator(".widget-readout", { hasText: /^21$/ }).waitFor({ timeout: 30_000 });
    await outputs(/moved to 21/).waitFor({ timeout: 30_000 });
  });

  test("a pair that is linked in the browser moves together, and the kernel knows both", async () => {
    await dragToEnd("left");
    await control("right").locator(".widget-readout", { hasText: /^50$/ }).waitFor({ timeout: 30_000 });
    await expect.poll(() => notebook.run("[left.value, right.value]")).toContain("[ 50, 50 ]");
  });

  test("a file that the user chooses arrives with its bytes", async () => {
    const file = { name: "half1.txt", mimeType: "text/plain", buffer: Buffer.from("1.06 Å") };
    const chooser = notebook.page.waitForEvent("filechooser");
    await notebook.page.locator(".jp-OutputArea-output button.widget-upload").click();
    await (await chooser).setFiles(file);
    await outputs(/half1\.txt 7 1\.06 Å/).waitFor({ timeout: 30_000 });
  });

  test("a widget of the user's own draws, and counts on both sides", async () => {
    const own = notebook.page.locator("button.own-counter");
    await own.click();
    await own.filter({ hasText: "clicked 1" }).waitFor({ timeout: 30_000 });
    expect(await own.evaluate((button) => getComputedStyle(button).color)).toBe("rgb(1, 2, 3)");
    await notebook.run("counter.count += 10");
    await own.filter({ hasText: "clicked 11" }).waitFor({ timeout: 30_000 });
  });

  test("interact shows the result, and replaces it when a control moves", async () => {
    await notebook.run(slow);
    await outputs(/the square of 1\s+1/).waitFor({ timeout: 30_000 });
    await dragToEnd("squared");
    await outputs(/the square of 50\s+2500/).waitFor({ timeout: 30_000 });
    expect(await outputs(/the square of 1\s/).count()).toBe(0);
    expect(await notebook.errors()).toEqual([]);
  });

  test("a newer value stops the run in progress; the stop button stops the last one", async () => {
    await notebook.run("squared.controls.n.value = 2");
    await expect.poll(() => notebook.run("log.join()")).toMatch(/start 2/);
    await notebook.run("squared.controls.n.value = 7");
    await outputs(/the square of 7\s+49/).waitFor({ timeout: 30_000 });
    expect(await notebook.run("log.join()")).toMatch(/start 2,stop 2,start 7/);
    await notebook.run("squared.controls.n.value = 2");
    await expect.poll(() => notebook.run("log.join()")).toMatch(/start 7.*start 2/);
    await notebook.interrupt();
    await outputs(/KeyboardInterrupt/).waitFor({ timeout: 30_000 });
  });

  test("after a reload the controls are there with their values, and live", async () => {
    await notebook.run("squared.controls.n.value = 9");
    await outputs(/the square of 9\s+81/).waitFor({ timeout: 30_000 });
    await notebook.save();
    await notebook.open(lab.notebook("controls.ipynb"));
    await control("threshold").locator(".widget-readout", { hasText: /^21$/ }).waitFor({ timeout: 60_000 });
    await control("squared").locator(".widget-readout", { hasText: /^9$/ }).waitFor({ timeout: 60_000 });
    await outputs(/moved to 21/).waitFor({ timeout: 60_000 });
    await outputs(/the square of 9\s+81/).waitFor({ timeout: 60_000 });
    await notebook.page.locator("button.own-counter", { hasText: "clicked 11" }).waitFor({ timeout: 60_000 });
    await dragToEnd("squared");
    await outputs(/the square of 50\s+2500/).waitFor({ timeout: 30_000 });
    expect(await notebook.run("squared.result")).toContain("2500");
  });
});
