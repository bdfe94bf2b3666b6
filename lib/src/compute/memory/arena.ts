/** A piece of memory: bytes `start ... start + size - 1`. */
interface Piece {
  readonly start: number;
  readonly size: number;
}

/** Gives out pieces of one growing memory and takes them back. */
export interface Arena {
  /** Start of a free piece of `bytes`, or nothing where no growth makes room. */
  allocate(bytes: number): number | undefined;
  /** Takes back what {@link Arena.allocate} gave. Returns its size, 0 where nothing starts there. */
  free(start: number): number;
  /** Whether nothing is given out. */
  readonly empty: boolean;
  /** End of the highest piece ever given out: what lies beyond was never written to. */
  readonly highest: number;
}

/** Pieces begin and end on cache lines, so that vectors are aligned and no two workers share a line. */
const alignment = 64;

/**
 * An arena over the bytes from `base` up to an end that `growTo` moves: it is asked for a new end and says whether it is
 * there. The first piece that is large enough is taken; neighbours that are free become one.
 */
export function arena(base: number, end: number, growTo: (end: number) => boolean): Arena {
  const given = new Map<number, number>();
  const first = aligned(base);
  let free: Piece[] = end > first ? [{ start: first, size: end - first }] : [];
  let top = Math.max(end, first);
  let highest = first;

  function grow(size: number): boolean {
    const last = free.at(-1);
    const start = last !== undefined && last.start + last.size === top ? last.start : top;
    if (!growTo(start + size)) return false;
    free = [...free.filter((piece) => piece.start !== start), { start, size }];
    top = start + size;
    return true;
  }

  return {
    allocate(bytes) {
      const size = aligned(bytes);
      let at = free.findIndex((piece) => piece.size >= size);
      if (at < 0) {
        if (!grow(size)) return undefined;
        at = free.length - 1;
      }
      const { start, size: found } = free[at]!;
      free.splice(at, 1, ...(found > size ? [{ start: start + size, size: found - size }] : []));
      given.set(start, size);
      highest = Math.max(highest, start + size);
      return start;
    },
    free(start) {
      const size = given.get(start);
      if (size === undefined) return 0;
      given.delete(start);
      free = joined([...free, { start, size }]);
      return size;
    },
    get empty() {
      return given.size === 0;
    },
    get highest() {
      return highest;
    },
  };
}

/** What a piece of `bytes` takes. */
export function aligned(bytes: number): number {
  return Math.ceil(Math.max(1, bytes) / alignment) * alignment;
}

/** Free pieces in order, neighbours as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && last.start + last.size === piece.start) {
      out[out.length - 1] = { start: last.start, size: last.size + piece.size };
    } else {
      out.push(piece);
    }
  }
  return out;
}
