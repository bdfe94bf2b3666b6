/** How far a piece of slow work is. Data, not text: the one who shows it decides how. */
export interface Progress {
  /** What is being done, in a word or two. */
  readonly stage: string;
  readonly done: number;
  readonly total?: number;
  readonly metrics?: Readonly<Record<string, number>>;
}

/** What every slow operation takes: a way to stop it and a way to watch it. */
export interface TaskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

type AmbientTask = () => TaskOptions;
let ambient: AmbientTask = () => ({});

/**
 * Sets where slow operations look for `signal` and `onProgress` when the caller gives none.
 * A notebook kernel sets it, so that its stop button and progress bar reach every call; returns the undo.
 */
export function setAmbientTask(provider: AmbientTask): () => void {
  const before = ambient;
  ambient = provider;
  return () => {
    ambient = before;
  };
}

/** Work cut into blocks: looks at the signal, reports, and lets the event loop breathe. */
export interface Task {
  /** Throws if cancelled; yields to the event loop when `blockMs` have passed since the last yield. */
  breathe(): Promise<void> | undefined;
  report(progress: Progress): void;
  throwIfCancelled(): void;
}

/** Longest stretch of synchronous work on the caller's thread, in milliseconds. 30: interrupts and comms stay prompt. */
const blockMs = 30;

/** Resolves `options` against the ambient task into something to call between blocks. */
export function startTask(options: TaskOptions = {}): Task {
  const around = ambient();
  const signal = options.signal ?? around.signal;
  const onProgress = options.onProgress ?? around.onProgress;
  let blockStart = performance.now();
  signal?.throwIfAborted();
  return {
    breathe() {
      signal?.throwIfAborted();
      if (performance.now() - blockStart < blockMs) return undefined;
      return pause().then(() => {
        blockStart = performance.now();
        signal?.throwIfAborted();
      });
    },
    report(progress) {
      onProgress?.(progress);
    },
    throwIfCancelled() {
      signal?.throwIfAborted();
    },
  };
}

/** One turn of the event loop, timers and sockets included; a message channel because timers are clamped to 1-4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
