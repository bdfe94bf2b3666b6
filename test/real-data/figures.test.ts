import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";
import { realDataTest } from "../support/shared-data.js";

/** The whole path of a user with a map of their own: a cell in the built kernel reads it, and its value shows itself. */
describe("real maps in a cell", () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start({ startup: ["@vitrine/widgets/host"] });
    await kernel.execute('import { readVolume, statistics } from "vitrine";');
  });
  afterAll(() => kernel.stop());

  const shown = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
    const { reply, outputs } = await kernel.execute(
      `const map = await readVolume(${JSON.stringify(file)}); map`,
      { timeoutMs: 60_000 },
    );
    expect(reply).toMatchObject({ status: "ok" });
    const result = outputs.find((m) => m.header.msg_type === "execute_result") as Message<"execute_result">;
    return result.content.data;
  };
  /** The text's first line: the second names the file. */
  const numbers = (data: Readonly<Record<string, unknown>>): string =>
    String(data["text/plain"]).split("\n")[0]!;
  const picture = (data: Readonly<Record<string, unknown>>): Buffer =>
    Buffer.from(String(data["image/png"]), "base64");

  const mrcfile = "ccpem__mrcfile/tests/test_data/";
  realDataTest(
    "EMD-3197, plain, gzip and bzip2: the same picture, and the numbers of E01",
    [`${mrcfile}EMD-3197.map`, `${mrcfile}emd_3197.map.gz`, `${mrcfile}EMD-3197.map.bz2`],
    async (...files) => {
      const bundles = [];
      for (const file of files) {
        bundles.push(await shown(file));
        // the sum of the voxels, as the peer's own test has it
        expect(Number(await kernel.value("map.data.reduce((sum, x) => sum + x, 0)"))).toBeCloseTo(
          6268.896,
          1,
        );
      }
      expect(numbers(bundles[0]!)).toMatch(/volume 20 x 20 x 20, 11\.4 Å\/voxel, 228 Å wide/);
      for (const bundle of bundles.slice(1)) {
        expect(numbers(bundle)).toBe(numbers(bundles[0]!));
        expect(picture(bundle)).toEqual(picture(bundles[0]!));
      }
    },
  );

  realDataTest(
    "EMD-3001, a crystal's map with permuted axes, plain, gzip and bzip2",
    [`${mrcfile}EMD-3001.map`, `${mrcfile}emd_3001.map.gz`, `${mrcfile}EMD-3001.map.bz2`],
    async (...files) => {
      const texts: string[] = [];
      for (const file of files) texts.push(numbers(await shown(file)));
      // 73 x 43 x 25 as stored; columns, rows and sections run along z, x and y
      expect(texts[0]).toMatch(/volume 43 x 25 x 73/);
      expect(new Set(texts).size).toBe(1);
    },
  );

  realDataTest(
    "GroEL, EMD-1080",
    ["salilab__imp/biological_systems/groel/data/em_maps/groel-11.5A.mrc.gz"],
    async (file) => {
      const data = await shown(file);
      expect(numbers(data)).toMatch(/volume 100 x 100 x 100, 2\.7\d* Å\/voxel/);
      expect(picture(data).subarray(1, 4).toString()).toBe("PNG");
    },
  );

  realDataTest(
    "beta-galactosidase of the RELION tutorial",
    ["nglviewer__ngl/data/betaGal.mrc.gz"],
    async (file) => {
      const data = await shown(file);
      expect(numbers(data)).toMatch(/volume 100 x 100 x 100, 3\.54 Å\/voxel, 354 Å wide/);
      expect(picture(data).length).toBeGreaterThan(5_000);
    },
  );
});
