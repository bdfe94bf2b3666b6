import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { encodeStar, isCryoError, readParticles, selectParticles } from "vitrine";
import { particlesToStar } from "../../lib/src/io/relion/index.js";
import { realDataTest, sharedData } from "../support/shared-data.js";

const root = sharedData("");
const files = readdirSync(root ?? import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.star(\.gz)?$/i.test(path))
  .sort();

test.skipIf(root === undefined)(
  "every real particle file is the same when written and read again",
  async () => {
    let read = 0;
    for (const file of files) {
      const all = await readParticles(join(root!, file)).catch((error: unknown) => {
        if (isCryoError(error)) return undefined; // a table of other things, or without optics
        throw error;
      });
      if (all === undefined) continue;
      read += 1;
      const bytes = new TextEncoder().encode([...encodeStar(particlesToStar(all))].join(""));
      const again = await readParticles(bytes);
      expect({ ...again, source: undefined }, file).toEqual({ ...all, source: undefined });
    }
    expect(read).toBeGreaterThan(12);
  },
);

const aspire = "ComputationalCryoEM__ASPIRE-Python/tests/saved_test_data";

realDataTest(
  "E24: RELION 3.0 and 3.1 tell the same of 8 particles, but for the magnification's rounding",
  [`${aspire}/sample_particles_relion30.star`, `${aspire}/sample_particles_relion31.star`],
  async (before, since) => {
    const first = Array.from({ length: 8 }, (_, i) => i); // some of the rows behind were changed by hand
    const [old, recent] = [
      selectParticles(await readParticles(before!), first),
      selectParticles(await readParticles(since!), first),
    ];
    expect(old.defocus).toEqual(recent.defocus);
    expect(old.angles).toEqual(recent.angles);
    expect(old.images).toEqual(recent.images);
    expect(old.optics.map(({ voltageKV }) => voltageKV)).toEqual([300, 200]);
    expect(old.optics[0]!.pixelSizeA).toBeCloseTo(1.338, 3);
    const mean = (values: Float64Array): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect((mean(old.defocus!.defocusUA) + mean(old.defocus!.defocusVA)) / 2).toBeCloseTo(21274.96, 1);
  },
);
