import { expect, test } from "vitest";
import { viewUnderTest } from "../../support/view-under-test.js";
import { expectGoodManners, hostile } from "../../support/view-laws.js";

const subject = viewUnderTest("widgets/src/view/spectrum-view/index.ts");

const pixelSizeA = 1.5;
const ringA = 6;
/** Side of the picture in a box 700 pixels wide: 52 % of what the frame leaves. */
const side = Math.floor(0.52 * 696);

/** A spectrum of odd, unequal sides, grey but for one bright pixel `bright` from the origin, down and right. */
async function mount(
  shape: readonly [number, number] = [61, 45],
  bright: readonly [number, number] = [-12, 9],
  text = "a spectrum",
): Promise<void> {
  await subject.opened.page.evaluate(
    ({ shape, bright, text, pixelSizeA, ringA }) => {
      const [ny, nx] = shape;
      const data = Float32Array.from({ length: ny * nx }, (_, i) => (i % 2 === 0 ? 0.9 : 1.1));
      data[(Math.floor(ny / 2) + bright[0]) * nx + Math.floor(nx / 2) + bright[1]] = 10;
      const frequencyInvA = Float64Array.from({ length: 20 }, (_, i) => i / (40 * pixelSizeA));
      const power = frequencyInvA.map((f) => Math.exp(-10 * f));
      const state = {
        _widget: "spectrum-view",
        shape,
        pixelSizeA,
        ringsA: [ringA],
        contrast: [0, 100],
        frequencyInvA,
        power,
        text,
      };
      window.harness.countContexts();
      window.mounted = window.harness.mount(window.subject.default, state, 700);
      const { id } = window.mounted.model.sent[0]!;
      const message = {
        type: "data",
        id,
        what: "image",
        shape,
        dtype: "f32",
        offset: 0,
        scale: 1,
        binning: 1,
      };
      window.mounted.model.deliver(message, data);
    },
    { shape, bright, text, pixelSizeA, ringA },
  );
  await subject.opened.page.waitForSelector(".vitrine[data-drawn]");
}
const grey = (x: number, y: number): Promise<number> =>
  subject.opened.page.evaluate(
    ([x, y]) => window.harness.pixelOf(window.harness.part("spectrum"), x!, y!)[0],
    [x, y],
  );
/** Distance from the middle to the right, where the first dash begins, at which the outermost ring is inked; 0 where there is none. */
const ringRadius = (): Promise<number> =>
  subject.opened.page.evaluate(async (side) => {
    await window.harness.settled();
    for (let radius = side / 2 - 1; radius > 3; radius -= 0.5) {
      const [red, , blue] = window.harness.pixelOf(
        window.harness.part("rings"),
        side / 2 + radius,
        side / 2 + 1,
      );
      if (red > 180 && blue < 140) return radius;
    }
    return 0;
  }, side);

test("asks for the picture once, no larger than the screen needs", async () => {
  await mount();
  const sent = await subject.opened.page.evaluate(() => window.mounted.model.sent);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ type: "request", what: "image", maxSize: 1024 });
});

test.each([
  [61, 45],
  [64, 64],
] as const)(
  "a bright pixel of a spectrum of %i x %i stands at its frequency, and not mirrored",
  async (ny, nx) => {
    await mount([ny, nx], [-12, 9]);
    const at = (down: number, right: number): [number, number] => [
      side / 2 + (right / nx) * side,
      side / 2 + (down / ny) * side,
    ];
    // A spectrum pixel is five screen pixels wide: its middle is within half a screen pixel of where it is read.
    expect(await grey(...at(-12, 9))).toBeGreaterThan(200);
    for (const mirrored of [at(12, 9), at(-12, -9), at(9, -12)])
      expect(await grey(...mirrored)).toBeLessThan(60);
  },
);

test("the ring lies where its resolution does, at every zoom, and can be taken away", async () => {
  await mount();
  // The line is 1.25 pixels wide and dashed: 1.5 pixels allow for its edge.
  const wanted = (pixelSizeA / ringA) * side;
  expect(Math.abs((await ringRadius()) - wanted)).toBeLessThan(1.5);
  await subject.opened.page.focus("[data-part=spectrum]");
  await subject.opened.page.keyboard.press("-");
  expect(Math.abs((await ringRadius()) - wanted)).toBeLessThan(1.5);
  await subject.opened.page.keyboard.press("r");
  expect(await ringRadius()).toBe(0);
  await subject.opened.page.keyboard.press("r");
  await subject.opened.page.evaluate(() => window.mounted.model.set("ringsA", [12]));
  await subject.opened.page.keyboard.press("+");
  expect(Math.abs((await ringRadius()) - wanted)).toBeLessThan(1.5);
});

test("contrast changes the picture without asking the cell", async () => {
  await mount();
  const [x, y] = [side / 2 + 40.5, side / 2 + 30.5];
  const before = await grey(x, y);
  await subject.opened.page.fill("input[aria-label='white at percentile']", "50");
  await subject.opened.page.evaluate(() => window.harness.settled());
  expect(await subject.opened.page.evaluate(() => window.mounted.model.get("contrast"))).toEqual([0, 50]);
  expect(await grey(x, y)).not.toBe(before);
  expect(await subject.opened.page.evaluate(() => window.mounted.model.sent.length)).toBe(1);
});

test("resolution and value under the cursor, by pointer, keyboard and on the profile", async () => {
  await mount();
  const readout = (): Promise<string | null> => subject.opened.page.textContent(".vitrine-readout");
  const right = (9 / 45) * side;
  const down = (-12 / 61) * side;
  await subject.opened.page.hover("[data-part=spectrum]", {
    position: { x: side / 2 + right, y: side / 2 + down },
  });
  await subject.opened.page.evaluate(() => window.harness.settled());
  const frequency = Math.hypot(9 / (45 * pixelSizeA), 12 / (61 * pixelSizeA));
  expect(Number.parseFloat((await readout())!)).toBeCloseTo(1 / frequency, 1);
  expect(await readout()).toContain("power 10");

  await subject.opened.page.focus("[data-part=spectrum]");
  await subject.opened.page.keyboard.press("Escape");
  for (let i = 0; i < 3; i++) await subject.opened.page.keyboard.press("ArrowRight");
  await subject.opened.page.evaluate(() => window.harness.settled());
  expect(Number.parseFloat((await readout())!)).toBeCloseTo((45 * pixelSizeA) / 3, 1);

  const box = (await subject.opened.page.locator("[data-part=profile]").boundingBox())!;
  await subject.opened.page.mouse.move(box.x + 46 + (box.width - 58) / 2, box.y + 100);
  await subject.opened.page.evaluate(() => window.harness.settled());
  expect(Number.parseFloat((await readout())!)).toBeCloseTo((2 * 40 * pixelSizeA) / 19, 1);
});

test("an answer older than the one shown is not drawn; a binned one lies in the same place", async () => {
  await mount([64, 64], [-16, 8]);
  const at: [number, number] = [side / 2 + (8 / 64) * side, side / 2 - (16 / 64) * side];
  const deliver = (idShift: number, value: number): Promise<void> =>
    subject.opened.page.evaluate(
      async ({ idShift, value }) => {
        const id = window.mounted.model.sent[0]!.id + idShift;
        const data = new Uint8Array(16 * 16);
        data[(8 - 4) * 16 + 8 + 2] = value;
        data[0] = 255;
        const message = {
          type: "data",
          id,
          what: "image",
          shape: [16, 16],
          dtype: "u8",
          offset: 0,
          scale: 1,
          binning: 4,
        };
        window.mounted.model.deliver(message, data);
        await window.harness.settled();
      },
      { idShift, value },
    );
  await deliver(-1, 0);
  expect(await grey(...at)).toBeGreaterThan(150);
  await deliver(1, 255);
  expect(await grey(side / 2 + (9.5 / 64) * side, side / 2 + (-14.5 / 64) * side)).toBeGreaterThan(240);
  await deliver(2, 0);
  expect(await grey(...at)).toBeLessThan(60);
});

test("hostile text stays text, and nothing is left behind", async () => {
  await mount([61, 45], [1, 1], hostile);
  expect(await subject.opened.page.textContent(".vitrine-note")).toBe(hostile);
  expect(await subject.opened.page.evaluate(() => window.harness.liveContexts())).toBe(1);
  await expectGoodManners(subject.opened.page, hostile);
});

test("before a picture has come a sentence stands in its place, and a refusal says why", async () => {
  await subject.opened.page.evaluate(() => {
    const numbers = new Float64Array(2);
    const state = {
      _widget: "spectrum-view",
      shape: [4, 4],
      pixelSizeA: 1,
      ringsA: [],
      contrast: [0, 100],
      frequencyInvA: numbers,
      power: numbers,
      text: "",
    };
    window.mounted = window.harness.mount(window.subject.default, state, 700);
  });
  expect(await subject.opened.page.textContent(".vitrine-message")).toBe("Waiting for the picture");
  expect(await subject.opened.page.getAttribute(".vitrine", "data-drawn")).toBeNull();
  await subject.opened.page.evaluate(() => {
    window.mounted.model.deliver({
      type: "refusal",
      id: window.mounted.model.sent[0]!.id,
      reason: "too large",
    });
  });
  expect(await subject.opened.page.textContent(".vitrine-message")).toBe("too large");
});
