import type { Fail } from "./bit-reader.js";

const chunkBytes = 2 ** 20;

/** Expands the first step of bzip2: four equal bytes are followed by how often the byte comes again. */
export function* expandRuns(bytes: Uint8Array, fail: Fail): Generator<Uint8Array> {
  let out = new Uint8Array(chunkBytes);
  let length = 0;
  let equal = 0;
  let before = -1;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (length + 256 > chunkBytes) {
      yield out.subarray(0, length);
      out = new Uint8Array(chunkBytes);
      length = 0;
    }
    out[length++] = byte;
    equal = byte === before ? equal + 1 : 1;
    before = byte;
    if (equal < 4) continue;
    i += 1;
    if (i >= bytes.length) fail("a run without its length", "one more byte");
    out.fill(byte, length, length + bytes[i]!);
    length += bytes[i]!;
    equal = 0;
    before = -1;
  }
  if (length > 0) yield out.subarray(0, length);
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
  return value;
});

/** bzip2's sum: CRC-32, highest bit first. */
export class Crc {
  #value = 0xffffffff;

  update(bytes: Uint8Array): void {
    let value = this.#value;
    for (let i = 0; i < bytes.length; i++) value = (value << 8) ^ table[(value >>> 24) ^ bytes[i]!]!;
    this.#value = value;
  }

  get value(): number {
    return ~this.#value >>> 0;
  }
}
