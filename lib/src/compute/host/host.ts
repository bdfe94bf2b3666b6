/** A thread of its own that was started from a text. */
export interface HostWorker {
  post(message: unknown): void;
  /** Sets who hears what it says, and who hears that it died. */
  listen(heard: (message: unknown) => void, died: (reason: Error) => void): void;
  /** While busy it keeps the process alive; idle it does not. */
  busy(yes: boolean): void;
  stop(): void;
}

/** What the machine offers: Node's modules or a browser's globals behind one interface. */
export interface Host {
  /** Processors this process may use. */
  readonly cores: number;
  /** Most memory this process may have, in bytes: the machine's, or its container's. */
  readonly memoryLimitBytes: number;
  /** Memory that is still to be had, in bytes, now. */
  freeBytes(): number;
  /** Whether threads can share memory. */
  readonly sharesMemory: boolean;
  /** Whether a graphics card may be there: without one it is not worth asking for, and on Linux asking is slow and not silent. */
  readonly mayHaveCard: boolean;
  /** Whether the engine takes this WebAssembly; a host that keeps newer instructions behind a switch turns it. */
  accepts(bytes: Uint8Array<ArrayBuffer>): boolean;
  /** Starts a thread that runs `text`, in which `port` is its side of the channel. */
  startWorker(text: string): HostWorker;
}
