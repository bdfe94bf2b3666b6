import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { image } from "vitrine";
import type { Image } from "vitrine";
import { encodePng, writePng } from "../../../lib/src/io/png/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

const picture = (values: readonly number[], ny: number, nx: number): Image =>
  image(Float32Array.from(values), { shape: [ny, nx], pixelSizeA: 1 });

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly samples: number;
  readonly pixels: readonly number[];
}

/** Reads a PNG file that is not filtered, by the rules of its standard, with the engine's own check sums and expansion. */
function decoded(bytes: Uint8Array): Decoded {
  expect(Buffer.from(bytes.subarray(0, 8)).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: (readonly [string, Uint8Array])[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(bytes.subarray(at + 4, at + 8 + length)));
    chunks.push([
      Buffer.from(bytes.subarray(at + 4, at + 8)).toString("latin1"),
      bytes.subarray(at + 8, at + 8 + length),
    ]);
    at += 12 + length;
  }
  expect(chunks.at(-1)![0]).toBe("IEND");
  const [name, head] = chunks[0]!;
  expect(name).toBe("IHDR");
  const fields = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height] = [fields.getUint32(0), fields.getUint32(4)];
  const [bits, colour, ...methods] = head.subarray(8, 13);
  expect(methods).toEqual([0, 0, 0]);
  const samples = colour === 2 ? 3 : 1;
  const middle = chunks.slice(1, -1);
  expect(middle.every(([letters]) => letters === "IDAT")).toBe(true);
  const data = inflateSync(Buffer.concat(middle.map(([, part]) => part)));
  const rowBytes = 1 + (width * samples * bits!) / 8;
  expect(data.length).toBe(height * rowBytes);
  const pixels: number[] = [];
  for (let row = 0; row < height; row++) {
    expect(data[row * rowBytes]).toBe(0);
    for (let at = row * rowBytes + 1; at < (row + 1) * rowBytes; at += bits! / 8) {
      pixels.push(bits === 16 ? data.readUInt16BE(at) : data[at]!);
    }
  }
  return { width, height, bits: bits!, samples, pixels };
}

describe("greys", () => {
  test("run from black to white, and what lies beyond is clipped", async () => {
    const values = [-1, 0, 1, 2, 3, 4, 5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const { width, height, pixels, bits } = decoded(
      await encodePng(picture(values, 2, 5), { black: 0, white: 4 }),
    );
    expect([width, height, bits]).toEqual([5, 2, 8]);
    expect(pixels).toEqual([0, 0, 64, 128, 191, 255, 255, 0, 255, 0]);
  });

  test("are turned round where black lies above white", async () => {
    const bytes = await encodePng(picture([0, 1, 2], 1, 3), { black: 2, white: 0 });
    expect(decoded(bytes).pixels).toEqual([255, 128, 0]);
  });

  test("have 16 bits where they are asked for", async () => {
    const values = Array.from({ length: 65536 }, (_, i) => i);
    const bytes = await encodePng(picture(values, 256, 256), { black: 0, white: 65535, bits: 16 });
    expect(decoded(bytes)).toMatchObject({ bits: 16, pixels: values });
  });
});

test("colours are those of the table", async () => {
  const colours = Uint8Array.from({ length: 768 }, (_, i) =>
    i % 3 === 0 ? i / 3 : i % 3 === 1 ? 255 - (i - 1) / 3 : 7,
  );
  const bytes = await encodePng(picture([0, 1, 2, 3, 4, 5], 3, 2), { black: 0, white: 5, colours });
  const { samples, pixels } = decoded(bytes);
  expect(samples).toBe(3);
  expect(pixels).toEqual([0, 51, 102, 153, 204, 255].flatMap((level) => [level, 255 - level, 7]));
});

test.each([
  [1, 1],
  [401, 503],
  [2, 150_000],
])("an image of %i x %i keeps every level, whatever pieces it is cut in", async (ny, nx) => {
  const values = Array.from({ length: ny * nx }, (_, i) => (i * 2654435761) % 256);
  const { pixels } = decoded(await encodePng(picture(values, ny, nx), { black: 0, white: 255 }));
  expect(pixels).toEqual(values);
});

test("stands in a file", async () => {
  const path = join(folder, "view.png");
  await writePng(path, picture([0, 1], 1, 2), { black: 0, white: 1 });
  expect(decoded(readFileSync(path)).pixels).toEqual([0, 255]);
});

test("a contrast that shows nothing, and colours that are none, are refused", async () => {
  const one = picture([0], 1, 1);
  await expect(encodePng(one, { black: 1, white: 1 })).rejects.toThrow("white: got 1, wanted another value");
  await expect(encodePng(one, { black: Number.NaN, white: 1 })).rejects.toThrow("black: got NaN");
  await expect(encodePng(one, { black: 0, white: 1, bits: 4 as 8 })).rejects.toThrow(
    "bits: got 4, wanted 8 or 16",
  );
  await expect(encodePng(one, { black: 0, white: 1, colours: new Uint8Array(3) })).rejects.toThrow(
    "colours: got 3",
  );
  const both = { black: 0, white: 1, bits: 16, colours: new Uint8Array(768) } as const;
  await expect(encodePng(one, both)).rejects.toThrow("bits: got 16, wanted 8, as colours have");
});

test("can be stopped between pieces, and tells how far it is", async () => {
  const large = picture(new Array<number>(4_000_000).fill(1), 2000, 2000);
  const control = new AbortController();
  const seen: number[] = [];
  const onProgress = ({ done }: { readonly done: number }): void => {
    seen.push(done);
    if (done > 500) control.abort();
  };
  const stopped = encodePng(large, { black: 0, white: 1, signal: control.signal, onProgress });
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toBeLessThan(1000);
});
