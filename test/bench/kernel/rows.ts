import { kernelNodeFlags } from "../../../kernel/src/install/index.js";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { BenchRow } from "../row.js";

/** Name of this group of rows. */
export const group = "kernel";

/** Starts of each kernel, in turn; the median counts. */
const repetitions = 5;

const named = {
  "kernel start": { row: "start", size: "to first reply" },
  "kernel first cell": { row: "first", size: "1 + 1" },
  "kernel warm i+1": { row: "warm", size: "30 cells" },
  "kernel 20 000 lines": { row: "lines", size: "20 000" },
  "kernel 64 MB buffer": { row: "buffer", size: "64 MB" },
} as const;

type Measured = Readonly<Record<string, Readonly<Record<"vitrine" | "ipykernel", readonly number[]>>>>;

/** Our kernel beside ipykernel, both seen by the same Python client over the same sockets. */
export function rows({ only }: { readonly only: (name: string) => boolean }): Promise<BenchRow[]> {
  const wanted = Object.entries(named).filter(([name]) => only(name));
  if (wanted.length === 0) return Promise.resolve([]);
  const measured = measure(wanted.map(([, { row }]) => row));
  const mb = measured["mb"]!;
  return Promise.resolve(
    wanted.map(([name, { row, size }]) => {
      const [oursMs, peerMs] = [median(measured[row]!.vitrine), median(measured[row]!.ipykernel)];
      return {
        name,
        size,
        threads: 1,
        oursMs,
        oursMb: median(mb.vitrine),
        peer: "ipykernel",
        peerMs,
        peerMb: median(mb.ipykernel),
        ratio: oursMs / peerMs,
      };
    }),
  );
}

function measure(wanted: readonly string[]): Measured {
  const main = join(import.meta.dirname, "../../../kernel/dist/main.js");
  const argv = [process.execPath, ...kernelNodeFlags, main, "{connection_file}"];
  const words = [
    join(import.meta.dirname, "measure.py"),
    String(repetitions),
    JSON.stringify(argv),
    ...wanted,
  ];
  const python = process.env["VITRINE_PYTHON"] ?? "python3";
  const { status, stdout, stderr } = spawnSync(python, words, { encoding: "utf8", timeout: 300_000 });
  if (status !== 0) throw new Error(`the kernels could not be measured with ${python}:\n${stderr}`);
  return JSON.parse(stdout) as Measured;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
