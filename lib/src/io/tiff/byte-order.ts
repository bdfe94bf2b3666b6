const reversed = Uint8Array.from({ length: 256 }, (_, byte) => {
  let turned = 0;
  for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) turned |= 128 >> bit;
  return turned;
});

/** A copy with the bits of each byte in the opposite order, as files have them whose lowest bit comes first. */
export function reverseBits(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => reversed[byte]!);
}

/** Turns round the bytes of each number, in place. */
export function swapBytes(bytes: Uint8Array, size: 1 | 2 | 4 | 8): void {
  if (size === 1) return;
  for (let start = 0; start + size <= bytes.length; start += size) {
    for (let i = start, j = start + size - 1; i < j; i++, j--) {
      const byte = bytes[i]!;
      bytes[i] = bytes[j]!;
      bytes[j] = byte;
    }
  }
}
