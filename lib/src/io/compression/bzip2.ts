import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import { readExactly } from "../source.js";
import { BitReader } from "./bit-reader.js";
import { readBlock } from "./bzip2-block.js";
import { Crc, expandRuns } from "./bzip2-output.js";

const blockMagic = 0x314159265359;
const endMagic = 0x177245385090;

/**
 * Expands bzip2, block by block, checking every block's sum and that of the whole; streams behind one another are one.
 * Format: J. Seward's bzip2 1.0; the block sort is Burrows and Wheeler 1994.
 *
 * @throws FormatError if the data are damaged or cut off
 */
export async function* bunzip(source: Source): AsyncGenerator<Uint8Array> {
  const bits = new BitReader(await readExactly(source, 0, source.size, "bzip2 data"), (got, wanted) => {
    throw new FormatError({
      file: source.name,
      field: "bzip2 data",
      got,
      wanted,
      hint: "the file is damaged or cut off",
    });
  });
  while (bits.bytesLeft > 0) {
    const level = readStreamHeader(bits);
    let total = 0;
    for (;;) {
      const magic = bits.take(24) * 2 ** 24 + bits.take(24);
      if (magic === endMagic) break;
      if (magic !== blockMagic) bits.fail(`block mark ${magic.toString(16)}`, blockMagic.toString(16));
      const wantedSum = bits.take(16) * 2 ** 16 + bits.take(16);
      const crc = new Crc();
      for (const chunk of expandRuns(readBlock(bits, level * 100_000), bits.fail)) {
        crc.update(chunk);
        yield chunk;
      }
      if (crc.value !== wantedSum) bits.fail(`block sum ${crc.value.toString(16)}`, wantedSum.toString(16));
      total = (((total << 1) | (total >>> 31)) ^ crc.value) >>> 0;
    }
    const wantedTotal = bits.take(16) * 2 ** 16 + bits.take(16);
    if (total !== wantedTotal) bits.fail(`stream sum ${total.toString(16)}`, wantedTotal.toString(16));
    bits.alignToByte();
  }
}

function readStreamHeader(bits: BitReader): number {
  const [magic, version, level] = [bits.take(16), bits.take(8), bits.take(8) - 0x30];
  if (magic !== 0x425a || version !== 0x68 || level < 1 || level > 9) {
    bits.fail("another stream header", "BZh and a digit from 1 to 9");
  }
  return level;
}
