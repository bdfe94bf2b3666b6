import { describe, expect, test } from "vitest";
import { collect } from "./collect.js";
import { keepRecent } from "../../../widgets/src/host/recent.js";

const megabytes = 2 ** 20;

describe("recent data", () => {
  test("the newest is kept however large, older ones while all fit", async () => {
    const kept = [600, 300, 500].map((size) => keepRecent({ size }, size * megabytes));
    await collect();
    expect(kept.map((find) => (find() as { size: number } | undefined)?.size)).toEqual([undefined, 300, 500]);
    const huge = keepRecent({ size: 5000 }, 5000 * megabytes);
    await collect();
    expect((huge() as { size: number }).size).toBe(5000);
    expect(kept[2]!()).toBeUndefined();
  });

  test("what the user still holds is found after it was dropped", async () => {
    const mine = { name: "map" };
    const find = keepRecent(mine, 900 * megabytes);
    keepRecent({}, 900 * megabytes);
    await collect();
    expect(find()).toBe(mine);
  });

  test("a record shown twice counts once", async () => {
    const mine = { name: "map" };
    const other = keepRecent({ other: 1 }, 100 * megabytes);
    keepRecent(mine, 800 * megabytes);
    keepRecent(mine, 800 * megabytes);
    await collect();
    expect(other()).toEqual({ other: 1 });
  });
});
