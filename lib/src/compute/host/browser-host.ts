import type { Host, HostWorker } from "./host.js";

/** What a page is taken to have where the browser doesn't say: 4 GiB, as most that say so. */
const usualMemoryGiB = 4;

/** A browser's page: threads share memory only where the page is isolated from other origins. */
export function browserHost(): Host {
  const { navigator, crossOriginIsolated } = globalThis as {
    navigator?: { hardwareConcurrency?: number; deviceMemory?: number; gpu?: object };
    crossOriginIsolated?: boolean;
  };
  const memoryLimitBytes = (navigator?.deviceMemory ?? usualMemoryGiB) * 2 ** 30;
  return {
    cores: navigator?.hardwareConcurrency ?? 1,
    memoryLimitBytes,
    freeBytes: () => memoryLimitBytes / 2, // a page can't ask; half is for all else that the machine does
    sharesMemory: crossOriginIsolated === true && typeof SharedArrayBuffer === "function",
    mayHaveCard: navigator?.gpu !== undefined,
    accepts: (bytes) => WebAssembly.validate(bytes),
    startWorker,
  };
}

function startWorker(text: string): HostWorker {
  const url = URL.createObjectURL(new Blob([`const port = self;\n${text}`], { type: "text/javascript" }));
  const worker = new Worker(url);
  return {
    post: (message) => worker.postMessage(message),
    listen(heard, died) {
      worker.onmessage = (event: MessageEvent<unknown>) => heard(event.data);
      worker.onerror = (event) => died(new Error(event.message));
    },
    busy: () => undefined, // a page lives as long as its window
    stop() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
