/** How long the device works before it is asked for the next piece, in milliseconds: stopping and progress wait that long. */
const pieceMs = 40;

/** Cost of a first piece of a kernel whose speed is not known: some milliseconds in software. */
const firstQuota = 1 << 20;

/** How much of each kernel fits into one piece; learnt from how long pieces took. */
export interface Pace {
  /** The most that a piece of this kernel may cost. */
  quota(kernel: string): number;
  /** Learns from a piece that took `ms`, of kernels that filled `share` of it. */
  learn(kernels: Iterable<string>, share: number, ms: number): void;
}

/** A pace that knows nothing yet. */
export function startPace(): Pace {
  const quotas = new Map<string, number>();
  const quota = (kernel: string): number => quotas.get(kernel) ?? firstQuota;
  return {
    quota,
    learn(kernels, share, ms) {
      const tellsLittle = share < 0.5 && ms < pieceMs; // mostly the time that any piece takes
      if (tellsLittle) return;
      const change = Math.min(4, Math.max(0.25, (pieceMs * share) / Math.max(ms, 0.1)));
      for (const kernel of kernels) quotas.set(kernel, quota(kernel) * change);
    },
  };
}
