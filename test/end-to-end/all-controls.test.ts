import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, ConsoleMessage } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.js";
import { startLab, type Lab } from "../support/lab.js";
import { NotebookPage } from "../support/lab-page.js";

/** What each control leaves in the page of JupyterLab's own views. */
const shown: readonly (readonly [code: string, selector: string, text?: string])[] = [
  ['new IntSlider({ value: 3, max: 10, description: "int" })', ".widget-slider .widget-readout", "3"],
  ["new FloatSlider({ value: 2.5 })", ".widget-slider .widget-readout", "2.50"],
  ["new FloatLogSlider({ value: 100 })", ".widget-slider .widget-readout", "100"],
  ["new IntRangeSlider({ value: [2, 7] })", ".widget-slider .widget-readout", "2 – 7"],
  ["new FloatRangeSlider({ value: [0.5, 7] })", ".widget-slider .widget-readout", "0.50 – 7.00"],
  ["new IntText({ value: 4 })", '.widget-text input[type="number"]'],
  ["new FloatText({ value: 4.5 })", '.widget-text input[type="number"]'],
  ["new BoundedIntText({ value: 400 })", '.widget-text input[type="number"]'],
  ["new BoundedFloatText({ value: 4.5 })", '.widget-text input[type="number"]'],
  ["new IntProgress({ value: 40 })", ".widget-hprogress .progress-bar"],
  ["new FloatProgress({ value: 40.5 })", ".widget-hprogress .progress-bar"],
  ["new Play({ interval: 500 })", ".widget-play button"],
  ['new Checkbox({ value: true, description: "tick" })', '.widget-checkbox input[type="checkbox"]'],
  ['new ToggleButton({ description: "toggle" })', "button.widget-toggle-button", "toggle"],
  ["new Valid({ value: true })", ".widget-valid"],
  ['new Button({ description: "press", style: { buttonColor: "pink" } })', "button.widget-button", "press"],
  ['new Dropdown({ options: ["C1", "D7"], value: "D7" })', ".widget-dropdown select", "D7"],
  ["new Select({ options: { one: 1, two: 2 } })", ".widget-select select", "two"],
  ['new RadioButtons({ options: ["r1", "r2"] })', ".widget-radio", "r2"],
  ['new ToggleButtons({ options: ["t1", "t2"] })', ".widget-toggle-buttons", "t2"],
  ['new SelectionSlider({ options: ["s1", "s2"], value: "s2" })', ".widget-readout", "s2"],
  ['new SelectionRangeSlider({ options: ["u1", "u2"], index: [0, 1] })', ".widget-readout", "u1-u2"],
  ['new SelectMultiple({ options: ["m1", "m2"], value: ["m2"] })', ".widget-select-multiple select", "m1"],
  ['new Text({ value: "text", description: "d" })', '.widget-text input[type="text"]'],
  ['new Textarea({ value: "area" })', ".widget-textarea textarea"],
  ['new Password({ value: "secret" })', '.widget-text input[type="password"]'],
  ['new Combobox({ options: ["b1"] })', ".widget-text input[list]"],
  ['new Label({ value: "a label" })', ".widget-label", "a label"],
  ['new HTML({ value: "<b>bold</b>" })', ".widget-html b", "bold"],
  ['new HTMLMath({ value: "<i>lean</i>" })', ".widget-htmlmath i", "lean"],
  ['new TagsInput({ value: ["tag1"] })', ".jupyter-widget-tagsinput", "tag1"],
  ['new ColorsInput({ value: ["red"] })', ".jupyter-widget-colortag"],
  ["new IntsInput({ value: [17] })", ".jupyter-widget-tagsinput", "17"],
  ["new FloatsInput({ value: [1.5] })", ".jupyter-widget-tagsinput", "1.5"],
  ['new ColorPicker({ value: "#00ff00" })', '.widget-colorpicker input[type="color"]'],
  ["new FileUpload()", "button.widget-upload", "Upload (0)"],
  ['new DatePicker({ value: "2026-11-24" })', '.widget-datepicker input[type="date"]'],
  ['new DatetimePicker({ value: "2026-11-24T09:30Z" })', 'input[type="datetime-local"]'],
  ["new NaiveDatetimePicker({ value: new Date(2026, 10, 24, 9, 30) })", 'input[type="datetime-local"]'],
  ['new TimePicker({ value: "09:30" })', 'input[type="time"]'],
  ['new Box({ children: [new Label({ value: "in box" })] })', ".widget-box", "in box"],
  ['new HBox({ children: [new Label({ value: "in row" })] })', ".widget-hbox", "in row"],
  ['new VBox({ children: [new Label({ value: "in column" })] })', ".widget-vbox", "in column"],
  ['new GridBox({ children: [new Label({ value: "in grid" })] })', ".widget-gridbox", "in grid"],
  ['new Accordion({ children: [new Label()], titles: ["fold"] })', ".widget-accordion", "fold"],
  ['new Tab({ children: [new Label()], titles: ["page"] })', ".widget-tab", "page"],
  [
    'new Stack({ children: [new Label({ value: "top" })], selectedIndex: 0 })',
    ".widget-box .widget-label",
    "top",
  ],
  ['new Image({ value: pixel, format: "gif", width: "8" })', 'img.widget-image[src^="blob:"]'],
  ["new Audio({ value: pixel })", "audio"],
  ["new Video({ value: pixel })", "video"],
  ["new Controller()", ".widget-controller"],
];

/** A cell that shows them all, each in a box with a class of its own. */
function cell(): string {
  const names = new Set(shown.map(([code]) => /new (\w+)/.exec(code)![1]!));
  return `import { ${[...names].join(", ")} } from "@vitrine/kernel/controls";
const pixel = Buffer.from("R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=", "base64");
const controls = [${shown.map(([code]) => code).join(",\n")}];
new VBox({ children: controls.map((one, i) => new Box({ children: [one], domClasses: ["place-" + i] })) })`;
}

const notebookFile = {
  cells: [{ cell_type: "code", id: "all", execution_count: null, metadata: {}, outputs: [], source: cell() }],
  metadata: { kernelspec: { display_name: "TypeScript (Vitrine)", language: "typescript", name: "vitrine" } },
  nbformat: 4,
  nbformat_minor: 5,
};

describe("every standard control in JupyterLab", () => {
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;
  const complaints: string[] = [];

  beforeAll(async () => {
    lab = await startLab([]);
    writeFileSync(join(lab.folder, "all.ipynb"), JSON.stringify(notebookFile));
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1300, height: 1400 } });
    page.on("console", (message: ConsoleMessage) => {
      if (message.type() === "error" && /widget|model|comm/i.test(message.text()))
        complaints.push(message.text());
    });
    notebook = new NotebookPage(page);
    await notebook.open(lab.notebook("all.ipynb"));
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  test("is drawn by its view, with the value that the cell gave it", async () => {
    await notebook.runAll();
    expect(await notebook.errors()).toEqual([]);
    await notebook.page.locator(`.place-${shown.length - 1}`).waitFor({ timeout: 60_000 });
    const missing: string[] = [];
    for (const [i, [code, selector, text]] of shown.entries()) {
      const place = notebook.page.locator(`.place-${i} ${selector}`);
      const found = text === undefined ? place : place.filter({ hasText: text });
      const there = await found
        .first()
        .waitFor({ state: "attached", timeout: 10_000 })
        .then(
          () => true,
          () => false,
        );
      if (!there) missing.push(`${code}: ${await notebook.page.locator(`.place-${i}`).innerHTML()}`);
    }
    expect(missing).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
