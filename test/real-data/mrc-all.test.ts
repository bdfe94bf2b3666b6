import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isCryoError, readImage, readImageStack, readMrcHeader, readVolume } from "vitrine";
import { sharedData } from "../support/shared-data.js";

const root = sharedData("");
const files = readdirSync(root ?? import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(mrc|mrcs|map|ccp4|st)(\.gz|\.bz2)?$/i.test(path))
  .sort();
/** Real files that a reader must refuse unless asked: three without the word MAP, one with axes that don't exist. */
const refused = [
  /relion31\.mrcs$/,
  /toy_projections\.mrcs\.gz$/,
  /ncempy\/data\/temp\.mrc$/,
  /invalid_axes\.mrc$/,
];

test.skipIf(root === undefined)(
  "every real MRC file is read by one of the readers, or refused for a known reason",
  async () => {
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      const path = join(root!, file);
      const permissive = refused.slice(0, 3).some((name) => name.test(file));
      const refusal = await readMrcHeader(path).then(
        () => undefined,
        (error: unknown) => error,
      );
      const wanted = refused.some((name) => name.test(file));
      expect(wanted ? isCryoError(refusal, "format") : refusal === undefined, file).toBe(true);
      if (file.endsWith("invalid_axes.mrc")) continue;
      const outcomes = await Promise.allSettled([
        readVolume(path, { permissive, voxelSizeA: 1 }),
        readImageStack(path, { permissive, pixelSizeA: 1 }),
        readImage(path, { permissive, pixelSizeA: 1 }),
      ]);
      expect(
        outcomes.some(({ status }) => status === "fulfilled"),
        file,
      ).toBe(true);
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") expect(outcome.reason, file).toMatchObject({ field: "content" });
      }
    }
  },
);
