import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTiff } from "../../../../lib/src/io/tiff/index.js";

interface GoldenFile {
  /** How the values of the pattern are stored, or that they are listed. */
  readonly kind: string;
  readonly shape: readonly [number, number, number];
  readonly values?: readonly number[];
  /** `null`: the file says none that can be trusted. */
  readonly pixelSizeA?: number | null;
  readonly bytes: string;
}

/** Files that other programs wrote. */
const files = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../golden/tiff/files.json"), "utf8"),
) as Record<string, GoldenFile>;

/** The pattern of the program that wrote them. */
function pattern({ kind, shape, values }: GoldenFile): Float32Array {
  if (values !== undefined) return Float32Array.from(values);
  const [pages, rows, columns] = shape;
  return Float32Array.from({ length: pages * rows * columns }, (_, i) => {
    const [page, y, x] = [Math.floor(i / (rows * columns)), Math.floor(i / columns) % rows, i % columns];
    const value = (x * x + 3 * x * y + 5 * y + 17 * page) % 251;
    if (kind.startsWith("float")) return value / 8 - 10;
    if (kind.startsWith("int")) return value - 125;
    return kind === "4 bits" ? value % 16 : value;
  });
}

test.each(Object.entries(files))("%s", async (_, golden) => {
  const bytes = Uint8Array.from(Buffer.from(golden.bytes, "base64"));
  const before = bytes.slice();
  const file = await readTiff(bytes, { firstRow: "top" });
  expect(file.shape).toEqual(golden.shape);
  expect(file.data).toEqual(pattern(golden));
  if (golden.pixelSizeA === null) expect(file.facts.pixelSizeA).toBeUndefined();
  else if (golden.pixelSizeA !== undefined) expect(file.facts.pixelSizeA).toBeCloseTo(golden.pixelSizeA, 6);
  expect(bytes, "the bytes that were given are not written to").toEqual(before);
});
