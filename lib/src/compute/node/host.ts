import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, freemem, totalmem } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Host, HostWorker } from "../host/host.js";
import { containerLimits, memAvailable } from "./container.js";

/** This process under Node: its container's limits count where they are lower than the machine's. */
export function nodeHost(): Host {
  const { memoryBytes, cores } = containerLimits(readIfThere);
  const memoryLimitBytes = Math.min(totalmem(), memoryBytes);
  return {
    cores: Math.max(1, Math.min(availableParallelism(), Math.floor(cores))),
    memoryLimitBytes,
    freeBytes: () =>
      Math.min(
        memAvailable(readIfThere) ?? freemem(),
        Math.max(0, memoryLimitBytes - process.memoryUsage.rss()),
      ),
    sharesMemory: typeof SharedArrayBuffer === "function",
    mayHaveCard: process.platform !== "linux" || cardDevices.some((path) => existsSync(path)),
    accepts,
    startWorker,
  };
}

/** Where Linux shows graphics cards: any one's, NVIDIA's, and that of Windows around it. */
const cardDevices = ["/dev/dri", "/dev/nvidiactl", "/dev/dxg"];

/**
 * Node 20 carries V8 11.3, the last in which relaxed SIMD stands behind a switch; the next one turned it on for all. Elsewhere
 * there is no switch to turn.
 */
function accepts(bytes: Uint8Array<ArrayBuffer>): boolean {
  if (process.versions.v8.startsWith("11.3.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
  return WebAssembly.validate(bytes);
}

function startWorker(text: string): HostWorker {
  const worker = new Worker(`const port = require("node:worker_threads").parentPort;\n${text}`, {
    eval: true,
    name: "vitrine",
    // flags of this process are for this process: some can't be given to a thread
    execArgv: [],
    env: {},
    stdin: false,
  });
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    listen(heard, died) {
      worker.on("message", heard);
      worker.on("error", died);
      worker.on("exit", (code) => died(new Error(`a worker ended with code ${code}`)));
    },
    busy: (yes) => (yes ? worker.ref() : worker.unref()),
    stop: () => void worker.terminate(),
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
