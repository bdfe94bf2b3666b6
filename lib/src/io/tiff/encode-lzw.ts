const clearCode = 256;
const endCode = 257;
const firstFree = 258;
/** Codes after which the table is begun anew: the last of 12 bits is never used, as readers expect it. */
const lastFree = 4094;
const slots = 2 ** 14;

/** Strings by the code of what precedes and the byte that follows; where a slot is taken, the next one. */
const keys = new Int32Array(slots);
const codes = new Uint16Array(slots);

/** Packs bytes with LZW as TIFF 6.0 has it: the highest bit of a code first, codes lengthened one code early. */
export function encodeLzw(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((3 * bytes.length) / 2) + 16);
  let [to, held, heldBits, width, next] = [0, 0, 0, 9, firstFree];
  const put = (code: number): void => {
    held = (held << width) | code;
    heldBits += width;
    for (; heldBits >= 8; heldBits -= 8) out[to++] = held >> (heldBits - 8);
    held &= (1 << heldBits) - 1;
  };
  const begin = (): void => {
    put(clearCode);
    keys.fill(-1);
    [width, next] = [9, firstFree];
  };
  const lengthen = (): void => {
    if (next === lastFree) begin();
    else if (next === 1 << width) width += 1;
  };
  begin();
  if (bytes.length > 0) {
    let string = bytes[0]!;
    for (let i = 1; i < bytes.length; i++) {
      const byte = bytes[i]!;
      const key = (string << 8) | byte;
      let slot = ((key * 40503) >>> 4) & (slots - 1);
      while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & (slots - 1);
      if (keys[slot] === key) {
        string = codes[slot]!;
        continue;
      }
      put(string);
      keys[slot] = key;
      codes[slot] = next++;
      lengthen();
      string = byte;
    }
    put(string);
    next += 1;
    lengthen();
  }
  put(endCode);
  if (heldBits > 0) out[to++] = held << (8 - heldBits);
  return out.slice(0, to);
}
