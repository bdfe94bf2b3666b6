import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { encodeStar, readStar, starTable } from "vitrine";
import { realDataTest, sharedData } from "../support/shared-data.js";

const root = sharedData("");
const files = readdirSync(root ?? import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(star|xmd)(\.gz)?$/i.test(path))
  .sort();

/** Made to be wrong: one row has a value too many. */
const ragged = /saved_test_data\/sample\.star$/;

test.skipIf(root === undefined)("every real STAR file is read, and the same again when written", async () => {
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const path = join(root!, file);
    if (ragged.test(file)) {
      await expect(readStar(path)).rejects.toThrow("row 4: got 5 values: Mars");
      continue;
    }
    const star = await readStar(path).catch((error: unknown) => expect.fail(`${file}: ${String(error)}`));
    const again = await readStar(new TextEncoder().encode([...encodeStar(star)].join("")));
    expect(again.blocks, file).toEqual(star.blocks);
  }
});

/** Rows and columns of blocks, as the tests of the starfile package assert them. */
const shapes: readonly (readonly [file: string, block: string, rows: number, columns: number])[] = [
  ["run_it025_optimiser_2D.star", "optimiser_general", 1, 84],
  ["run_it025_sampling_2D.star", "sampling_general", 1, 12],
  ["run_it025_sampling_3D.star", "sampling_general", 1, 15],
  ["run_it025_sampling_3D.star", "sampling_directions", 192, 2],
];

for (const [name, block, rows, columns] of shapes) {
  const path = files.find((file) => basename(file) === name) ?? name;
  realDataTest(`E49: ${name}, data_${block}: ${rows} x ${columns}`, [path], async (file) => {
    const found = starTable(await readStar(file), block);
    expect([found.rowCount, Object.keys(found.columns).length]).toEqual([rows, columns]);
  });
}
