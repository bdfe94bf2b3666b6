import { describe, expect, test } from "vitest";
import { viewUnderTest } from "../../support/view-under-test.js";
import { expectGoodManners, hostile } from "../../support/view-laws.js";
import { bright, centre, mountVolume, places, scale, shape } from "../../support/volume-page.js";
import type { VolumeSetup } from "../../support/volume-page.js";

const [nz, , nx] = shape;
const [bz, by, bx] = bright;

const subject = viewUnderTest("widgets/src/view/volume-view/index.ts");

const mount = (setup: VolumeSetup = {}): Promise<void> => mountVolume(subject.opened.page, setup);
const drawn = (what: "exact" | "overview"): Promise<unknown> =>
  subject.opened.page.waitForSelector(
    ["z", "y", "x"].map((axis) => `.vitrine:has([data-part=${axis}][data-drawn=${what}])`).join(""),
  );
/** The darkest of the three colours: the cross-hair's lines have at least one that is dark. */
const grey = (axis: string, x: number, y: number): Promise<number> =>
  subject.opened.page.evaluate(
    ([axis, x, y]) =>
      Math.min(...window.harness.pixelOf(window.harness.part(axis as string), x as number, y as number)),
    [axis, x, y] as const,
  );
const read = (name: string): Promise<unknown> =>
  subject.opened.page.evaluate((name) => window.mounted.model.get(name), name);

async function expectBrightVoxel(): Promise<void> {
  for (const axis of ["z", "y", "x"] as const) {
    expect(await grey(axis, ...places[axis].at)).toBeGreaterThan(240);
    for (const place of places[axis].turned) expect(await grey(axis, ...place)).toBeLessThan(110);
  }
}

describe("three slices of a map with one bright voxel", () => {
  test("show it at its place, first out of the overview, then exactly", async () => {
    await mount({ held: true });
    await drawn("overview");
    await expectBrightVoxel();
    expect(await subject.opened.page.textContent(".vitrine-readout")).toContain("density about 1");
    await subject.opened.page.evaluate(() => window.harness.releaseSlices());
    await drawn("exact");
    await expectBrightVoxel();
    expect(await subject.opened.page.textContent(".vitrine-readout")).toContain("x 3, y 8, z 2 (6, 16, 4 Å)");
    expect(await subject.opened.page.textContent(".vitrine-readout")).toContain("density 1");
  });

  test("do not show it one voxel further, and follow a cursor that the cell sets", async () => {
    await mount({ cursor: [bz + 1, by, bx] });
    await drawn("exact");
    expect(await grey("z", ...places.z.at)).toBeLessThan(110);
    await subject.opened.page.evaluate((at) => window.mounted.model.set("cursor", at), bright);
    await subject.opened.page.waitForFunction(() => window.mounted.model.sent.length >= 5);
    await drawn("exact");
    await subject.opened.page.evaluate(() => window.harness.settled());
    await expectBrightVoxel();
  });

  test("look the same without WebGL, and a sentence stands for the isosurface", async () => {
    await subject.reopen({
      before: `{ const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === "webgl2" ? null : original.call(this, kind, ...rest); }; }`,
    });
    await mount();
    await drawn("exact");
    await expectBrightVoxel();
    expect(await subject.opened.page.getAttribute("[data-part=z]", "data-backend")).toBe("canvas");
    await subject.opened.page.waitForSelector(".vitrine-message:text('no WebGL2')");
  });
});

describe("the cross-hair", () => {
  test("goes where a slice is pressed, and along while dragging", async () => {
    await mount();
    await drawn("exact");
    const box = (await subject.opened.page.locator("[data-part=y]").boundingBox())!;
    const at = (x: number, z: number): [number, number] => {
      const [px, py] = centre([x, z], [nx, nz]);
      return [box.x + px, box.y + py];
    };
    await subject.opened.page.mouse.move(...at(10, 5));
    await subject.opened.page.mouse.down();
    expect(await read("cursor")).toEqual([5, by, 10]);
    await subject.opened.page.mouse.move(...at(4, 1));
    expect(await read("cursor")).toEqual([1, by, 4]);
    await subject.opened.page.mouse.up();
    await subject.opened.page.mouse.move(...at(9, 3));
    expect(await read("cursor")).toEqual([1, by, 4]);
    await subject.opened.page.evaluate(() => window.harness.settled());
    expect(await subject.opened.page.evaluate(() => window.mounted.model.saves)).toBeGreaterThan(0);
  });

  test("obeys the keyboard, each panel along its own axes, and stays inside", async () => {
    await mount({ cursor: [3, 5, 6] });
    await drawn("exact");
    const press = async (axis: string, ...keys: string[]): Promise<unknown> => {
      await subject.opened.page.focus(`[data-part=${axis}]`);
      for (const key of keys) await subject.opened.page.keyboard.press(key);
      return read("cursor");
    };
    expect(await press("z", "ArrowRight", "ArrowDown", "PageUp")).toEqual([4, 6, 7]);
    expect(await press("y", "ArrowLeft", "ArrowUp", "PageDown")).toEqual([3, 5, 6]);
    expect(await press("x", "ArrowRight", "ArrowDown", "PageUp")).toEqual([4, 6, 7]);
    expect(await press("z", "Shift+ArrowRight", "Shift+PageDown")).toEqual([0, 6, 12]);
    expect(await press("z", "Home")).toEqual([3, 5, 6]);
  });
});

describe("controls", () => {
  test("contrast changes the picture without asking the cell", async () => {
    await mount();
    await drawn("exact");
    // Just off the lines of the cross-hair, on the slope of the interpolated voxel.
    const [x, y] = [places.z.at[0] + 0.45 * scale, places.z.at[1] + 0.2 * scale];
    const before = await grey("z", x, y);
    const asked = await subject.opened.page.evaluate(() => window.mounted.model.sent.length);
    await subject.opened.page.fill("input[aria-label='white at percentile']", "99.5");
    await subject.opened.page.evaluate(() => window.harness.settled());
    expect(await read("contrast")).toEqual([0, 99.5]);
    expect(await grey("z", x, y)).toBeGreaterThan(before + 40);
    expect(await subject.opened.page.evaluate(() => window.mounted.model.sent.length)).toBe(asked);
  });

  test("the level slider sets the level and the surface follows, coarse at once and fine at rest", async () => {
    await mount();
    await subject.opened.page.waitForSelector("[data-part=surface][data-drawn=fine]");
    const points = (): Promise<number> =>
      subject.opened.page.evaluate(() => Number(window.harness.part("surface").dataset["points"]));
    expect(await points()).toBeGreaterThan(0);
    await subject.opened.page.evaluate(() => {
      const surface = window.harness.part("surface");
      const seen: (string | undefined)[] = [];
      new MutationObserver(() => seen.push(surface.dataset["drawn"])).observe(surface, { attributes: true });
      Object.assign(window, { seen });
    });
    await subject.opened.page.fill("input[aria-label='level']", "0.8");
    expect(await read("level")).toBeCloseTo(0.8, 9);
    await subject.opened.page.waitForFunction(() => {
      const { seen } = window as Window & { seen?: string[] };
      return seen!.includes("draft") && seen!.at(-1) === "fine";
    });
    await subject.opened.page.evaluate(() => window.mounted.model.set("level", 2));
    await subject.opened.page.waitForFunction(() => window.harness.part("surface").dataset["points"] === "0");
  });
});

test("when the browser takes the contexts away, slices go on and the isosurface comes back at a click", async () => {
  await mount();
  await subject.opened.page.waitForSelector("[data-part=surface][data-drawn=fine]");
  await subject.opened.page.evaluate(() => window.harness.loseContexts());
  await subject.opened.page.waitForSelector(".vitrine-message:text('Click to draw it again')");
  await subject.opened.page.evaluate((at) => window.mounted.model.set("cursor", at), [bz, 2, 10]);
  await drawn("exact");
  await subject.opened.page.evaluate(() => window.harness.settled());
  expect(await grey("z", ...places.z.at)).toBeGreaterThan(240);
  await subject.opened.page.click(".vitrine-message");
  await subject.opened.page.waitForFunction(
    () => document.querySelector<HTMLElement>(".vitrine-message")!.hidden,
  );
  expect(await subject.opened.page.locator("[data-part=surface] canvas").count()).toBe(1);
});

test("a refusal is said, not drawn over", async () => {
  await mount({ answers: false });
  await subject.opened.page.evaluate((reason) => {
    const { id } = window.mounted.model.sent.at(-1)!;
    window.mounted.model.deliver({ type: "refusal", id, reason });
  }, hostile);
  await subject.opened.page.waitForFunction(
    (reason) => document.querySelector(".vitrine-readout")?.textContent === reason,
    hostile,
  );
});

test("a buffer that does not fill its shape is refused", async () => {
  await mount({ answers: false });
  await subject.opened.page.evaluate(() => {
    const { id } = window.mounted.model.sent[0]!;
    const message = {
      type: "data",
      id,
      what: "overview",
      shape: [7, 11, 13],
      dtype: "u8",
      offset: 0,
      scale: 1,
      binning: 1,
    };
    window.mounted.model.deliver(message, new Uint8Array(10));
  });
  await subject.opened.page.waitForSelector(".vitrine-readout:text('10 numbers for 7 x 11 x 13')");
});

test("hostile text stays text, and nothing is left behind", async () => {
  await mount({ text: hostile });
  await subject.opened.page.waitForSelector("[data-part=surface][data-drawn=fine]");
  expect(await subject.opened.page.evaluate(() => window.harness.liveContexts())).toBe(2);
  await expectGoodManners(subject.opened.page, hostile);
});
