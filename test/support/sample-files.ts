import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names that examples may read, as a reader of the documentation would have them in a folder. */
export const sampleFiles = {
  "map.mrc": { shape: [16, 16, 16], sampleA: 2, seed: 1 },
  "half1.mrc": { shape: [16, 16, 16], sampleA: 2, seed: 2 },
  "half2.mrc": { shape: [16, 16, 16], sampleA: 2, seed: 3 },
  "micrograph.mrc": { shape: [1, 48, 64], sampleA: 1.5, seed: 4 },
  "particles.mrcs": { shape: [4, 16, 16], sampleA: 2, seed: 5 },
} as const satisfies Readonly<
  Record<
    string,
    { readonly shape: readonly [number, number, number]; readonly sampleA: number; readonly seed: number }
  >
>;

/** Writes the sample files into a folder: a blob in noise each, as MRC files of 32-bit numbers. */
export function writeSampleFiles(folder: string): void {
  for (const [name, { shape, sampleA, seed }] of Object.entries(sampleFiles)) {
    writeFileSync(join(folder, name), mrc(shape, sampleA, seed, name.endsWith(".mrcs")));
  }
}

/** The 1024 bytes of an MRC-2014 header and the numbers, written by hand so that no code of the library vouches for itself. */
function mrc(
  shape: readonly [number, number, number],
  sampleA: number,
  seed: number,
  stack: boolean,
): Uint8Array {
  const [nz, ny, nx] = shape;
  const bytes = new Uint8Array(1024 + 4 * nz * ny * nx);
  const view = new DataView(bytes.buffer);
  const int = (word: number, value: number): void => view.setInt32(4 * (word - 1), value, true);
  const float = (word: number, value: number): void => view.setFloat32(4 * (word - 1), value, true);
  const isMap = nz > 1 && !stack;
  [nx, ny, nz, 2].forEach((value, i) => int(1 + i, value));
  [nx, ny, isMap ? nz : 1].forEach((value, i) => int(8 + i, value));
  [nx * sampleA, ny * sampleA, (isMap ? nz : 1) * sampleA].forEach((value, i) => float(11 + i, value));
  [90, 90, 90].forEach((value, i) => float(14 + i, value));
  [1, 2, 3].forEach((value, i) => int(17 + i, value));
  int(23, isMap ? 1 : 0);
  int(28, 20140);
  bytes.set([0x4d, 0x41, 0x50, 0x20, 0x44, 0x44, 0, 0], 4 * 52);
  let state = seed;
  const noise = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // a linear congruence is chance enough for a sample
    return state / 2 ** 32 - 0.5;
  };
  let at = 1024;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++) {
        const r2 = (isMap ? (z - nz / 2) ** 2 : 0) + (y - ny / 2) ** 2 + (x - nx / 2) ** 2;
        view.setFloat32(at, Math.exp(-r2 / 18) + 0.2 * noise(), true);
        at += 4;
      }
    }
  }
  return bytes;
}
