import { spawn } from "node:child_process";
import type { Command, StartEngine } from "./engine.js";
import { peakMb } from "./memory.js";

/** Milliseconds between two looks at the memory of a program at work: what it takes just before its end is hardly its peak. */
const lookMs = 10;

/**
 * A program that works from file to file and ends: each call is a process, timed from start to end. `check` makes the number that
 * engines agree on out of what the first call wrote.
 */
export function program(command: Command, check: () => Promise<number>): StartEngine {
  return async () => {
    let peak: number | null = null;
    const run = async (): Promise<number | undefined> => {
      const ended = await runToEnd(command);
      if (ended === undefined) return undefined;
      if (ended.peakMb !== null) peak = Math.max(peak ?? 0, ended.peakMb);
      return ended.ms;
    };
    if ((await run()) === undefined) return undefined;
    return {
      check: await check(),
      async time(calls) {
        let total = 0;
        for (let call = 0; call < calls; call++) total += (await run())!;
        return total / calls;
      },
      peakMb: () => peak,
      close: () => Promise.resolve(),
    };
  };
}

interface Ended {
  readonly ms: number;
  readonly peakMb: number | null;
}

/** Runs a program once; `undefined` where it is not installed. */
async function runToEnd({ program, words }: Command): Promise<Ended | undefined> {
  const began = performance.now();
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  let peak: number | null = null;
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  const look = setInterval(() => (peak = peakMb(child.pid!) ?? peak), lookMs);
  const code = await new Promise<number | null | undefined>((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("close", resolve);
  });
  const ms = performance.now() - began;
  clearInterval(look);
  if (code === undefined) return undefined;
  if (code !== 0) throw new Error(`${program} failed: ${complaint.trim().slice(-2000)}`);
  return { ms, peakMb: peak };
}
