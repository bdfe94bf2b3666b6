import { afterEach, describe, expect, test } from "vitest";
import type { Host, HostWorker } from "../../../lib/src/compute/host/host.js";
import { controlWords, workerPool } from "../../../lib/src/compute/pool/pool.js";
import { serve } from "../../../lib/src/compute/pool/serve.js";
import type { Said, WorkerPort } from "../../../lib/src/compute/pool/serve.js";
import { nodeHost } from "../../../lib/src/compute/node/host.js";
import { kernelModule } from "../../../lib/src/compute/wasm/module.js";

const kernels = kernelModule(nodeHost(), { shared: true, fused: true });

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A host whose workers can be made to die. */
function mortalHost(): { host: Host; kill: () => void } {
  const deaths: ((reason: Error) => void)[] = [];
  const real = nodeHost();
  const startWorker = (text: string): HostWorker => {
    const worker = real.startWorker(text);
    return {
      ...worker,
      listen(heard, died) {
        deaths.push(died);
        worker.listen(heard, died);
      },
    };
  };
  return { host: { ...real, startWorker }, kill: () => deaths.forEach((die) => die(new Error("killed"))) };
}

function sharedMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
}

describe("a pool", () => {
  test("whose worker died fails the job that runs and every job after it", async () => {
    const { host, kill } = mortalHost();
    const pool = workerPool(host, 2, await kernels);
    stops.push(() => pool.stop());
    pool.use(sharedMemory());
    const job = { steps: [{ kernel: "none", args: 0, blocks: 0 }], control: 0, scratch: [512, 1024] };
    const running = pool.run({ ...job, watch: () => undefined });
    kill();
    await expect(running).rejects.toThrow("killed");
    await expect(pool.run({ ...job, watch: () => undefined })).rejects.toThrow("killed");
  });

  test("a failure counts, whether it is heard before the end or after it", async () => {
    for (const order of [
      ["failed", "done"],
      ["done", "failed"],
    ]) {
      const heard: ((message: unknown) => void)[] = [];
      const quiet: HostWorker = {
        post: () => undefined,
        listen: (hear) => heard.push(hear),
        busy: () => undefined,
        stop: () => undefined,
      };
      const pool = workerPool({ ...nodeHost(), startWorker: () => quiet }, 2, await kernels);
      pool.use(sharedMemory());
      const steps = [{ kernel: "any", args: 0, blocks: 1 }];
      const running = pool.run({ steps, control: 0, scratch: [0, 0], watch: () => undefined });
      await Promise.resolve();
      const said = { failed: { kind: "failed", message: "broke" }, done: { kind: "done", failed: true } };
      for (const [i, kind] of order.entries()) heard[i]!(said[kind as keyof typeof said]);
      await expect(running).rejects.toThrow("broke");
    }
  });

  test("a job without blocks ends", async () => {
    const pool = workerPool(nodeHost(), 3, await kernels);
    stops.push(() => pool.stop());
    pool.use(sharedMemory());
    const steps = [0, 1].map(() => ({ kernel: "none", args: 0, blocks: 0 }));
    await pool.run({ steps, control: 0, scratch: [512, 512, 512], watch: () => undefined });
    expect(controlWords(2)).toBe(5);
  });
});

describe("a worker's program", () => {
  test("refers to nothing outside itself", async () => {
    const said: Said[] = [];
    const port: WorkerPort = { onmessage: null, postMessage: (message) => void said.push(message) };
    const alone = new Function("port", `(${serve})(port);`) as (port: WorkerPort) => void;
    alone(port);
    const memory = sharedMemory();
    port.onmessage!({ data: { kind: "setup", module: await kernels, memory } });
    const steps = [{ kernel: "noSuchKernel", args: 0, blocks: 2 }];
    port.onmessage!({ data: { kind: "order", steps, control: 0, scratch: 512, workers: 1 } });
    expect(said).toEqual([
      { kind: "failed", message: expect.stringContaining("noSuchKernel") as string },
      { kind: "done", failed: true },
    ]);
  });
});
