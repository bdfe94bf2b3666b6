import { wordAt } from "./header.js";
import { mrcMode } from "./modes.js";

/** Byte order of a header, and what had to be guessed. */
export interface ByteOrder {
  readonly littleEndian: boolean;
  readonly warning?: string;
}

/**
 * Byte order from the machine stamp, checked against sense: if only the other order gives a mode, sizes and axes that
 * exist, the stamp is wrong. Without a known stamp, sense alone decides.
 */
export function byteOrderOf(head: DataView): ByteOrder {
  const stamp = head.getUint8(wordAt.machineStamp);
  const stamped = stamp === 0x44 ? true : stamp === 0x11 ? false : undefined;
  const preferred = stamped ?? true;
  const littleEndian = makesSense(head, preferred) || !makesSense(head, !preferred) ? preferred : !preferred;
  const order = littleEndian ? "little-endian" : "big-endian";
  if (stamped === undefined) {
    const text = [0, 1, 2, 3].map((i) =>
      head
        .getUint8(wordAt.machineStamp + i)
        .toString(16)
        .padStart(2, "0"),
    );
    return {
      littleEndian,
      warning: `MACHST is ${text.join(" ")}, which says nothing: read as ${order} by MODE`,
    };
  }
  if (stamped !== littleEndian) {
    return { littleEndian, warning: `MACHST contradicts MODE and sizes: read as ${order}` };
  }
  return { littleEndian };
}

/** Largest size that an order is believed by: the other order turns small sizes into multiples of 2^24 or 2^16. */
const believableSize = 2 ** 24;

function makesSense(head: DataView, littleEndian: boolean): boolean {
  const word = (at: number) => head.getInt32(at, littleEndian);
  const sizes = [0, 4, 8].map((step) => word(wordAt.size + step));
  const axes = [0, 4, 8].map((step) => word(wordAt.axes + step));
  return (
    mrcMode(word(wordAt.mode)) !== undefined &&
    sizes.every((size) => size >= 1 && size < believableSize) &&
    axes.every((axis) => axis >= 0 && axis <= 3)
  );
}
