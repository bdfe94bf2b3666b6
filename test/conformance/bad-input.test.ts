import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KernelClient } from "../support/kernel-client.js";
import { mrcBytes } from "../support/mrc-bytes.js";
import { temporaryFolder } from "../support/temporary.js";

const folder = temporaryFolder();
let kernel: KernelClient;
beforeAll(async () => {
  writeFileSync(join(folder, "truncated.mrc"), mrcBytes({ size: [8, 8, 8] }).subarray(0, 1024 + 1000));
  writeFileSync(
    join(folder, "promises.mrc"),
    mrcBytes({ size: [2048, 1024, 1024], data: new Uint8Array(16) }),
  );
  writeFileSync(join(folder, "mode.mrc"), mrcBytes({ ints: { 12: 99 } }));
  writeFileSync(join(folder, "text.mrc"), "This is a letter, not a map.\n".repeat(60));
  writeFileSync(
    join(folder, "nan.mrc"),
    mrcBytes({ floats: { 40: Number.NaN, 44: Number.NaN, 48: Number.NaN } }),
  );
  kernel = await KernelClient.start({ cwd: folder, startup: ["@vitrine/widgets/host"] });
  await kernel.execute('import { readVolume } from "vitrine"; const kept = 41;');
});
afterAll(() => kernel.stop());

/** File, the field that is wrong, what it holds, what it should. */
test.each([
  ["a truncated file", "truncated.mrc", /truncated\.mrc: .*got .*wanted /],
  ["a header that promises 8 GB", "promises.mrc", /promises\.mrc: .*got .*(1,?040|16).*wanted .*8,?589,?93/],
  ["mode 99", "mode.mrc", /mode\.mrc: MODE.*got 99.*wanted .*0, 1, 2, 4, 6, 12, 101/],
  ["a text file named .mrc", "text.mrc", /text\.mrc: .*got .*wanted .*MAP/],
  ["a missing file", "nowhere.mrc", /nowhere\.mrc.*got .*wanted /],
  [
    "a pixel size that is not a number",
    "nan.mrc",
    /nan\.mrc: CELLA: got \[NaN, NaN, NaN\], wanted .*voxelSizeA/,
  ],
])("%s is one clear error in the cell, and the kernel lives", async (_what, file, sentence) => {
  const { reply, outputs, stderr } = await kernel.execute(`await readVolume("${file}")`);
  expect(reply.status).toBe("error");
  if (reply.status !== "error") return;
  expect(reply.evalue).toMatch(sentence);
  expect(reply.evalue.split("\n")).toHaveLength(1);
  expect(outputs.filter((m) => m.header.msg_type === "error")).toHaveLength(1);
  expect(stderr).toBe("");
  expect(await kernel.value("kept + 1")).toBe("42");
});

test("a refused file leaves no memory taken", async () => {
  const before = Number(await kernel.value("process.memoryUsage.rss()"));
  await kernel.execute('await readVolume("promises.mrc")');
  const after = Number(await kernel.value("process.memoryUsage.rss()"));
  expect(after - before).toBeLessThan(64 * 2 ** 20); // the file says 8192 MiB
});
