import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Programs that transform beside us, in a process of their own that stays. */
export interface Peers {
  /** Mean milliseconds of `calls` real forward transforms in single precision, `null` where the peer is not installed. */
  time(peer: "scipy" | "numpy", shape: readonly number[], calls: number): Promise<number | null>;
  close(): void;
}

/** Starts the peers with the Python that the benchmark was given. */
export function startPeers(): Peers {
  const child = spawn(process.env.VITRINE_PYTHON ?? "python3", [join(import.meta.dirname, "peers.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = new Promise<null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", () => resolve(null));
  });
  child.stdin.on("error", () => undefined); // a Python that is not there is told by `gone`
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async time(peer, shape, calls) {
      child.stdin.write(`${JSON.stringify({ peer, shape, calls })}\n`);
      const line = await Promise.race([lines.next(), gone]);
      if (line === null || line.done === true) return null;
      return (JSON.parse(line.value) as { readonly ms: number | null }).ms;
    },
    close() {
      child.stdin.end();
    },
  };
}
