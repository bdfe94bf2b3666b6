import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { peakMb } from "./memory.js";

/** A program and its words. */
export interface Command {
  readonly program: string;
  readonly words: readonly string[];
}

/** One way of doing a row's work, in a process of its own. */
export interface Engine {
  /** A number made of the whole result: engines that do the same work agree on it. */
  readonly check: number;
  /** Mean milliseconds of `calls` calls. */
  time(calls: number): Promise<number>;
  /** The most memory that the process has held at once, in units of 10^6 bytes; `null` where the system doesn't say. */
  peakMb(): number | null;
  close(): Promise<void>;
}

/** Starts an engine; `undefined` where it is not installed. */
export type StartEngine = () => Promise<Engine | undefined>;

/** Milliseconds after which an engine that doesn't answer is given up: FFTW measures its plans for up to half a minute. */
const patienceMs = 180_000;

type Answer =
  { readonly ready: string; readonly check: number } | { readonly missing: string } | { readonly ms: number };

/**
 * An engine that stays: it prepares its work, runs it once and says `{"ready": NAME, "check": NUMBER}` or `{"missing": NAME}` in a
 * line of JSON; then it answers each line, a number of calls, by `{"ms": NUMBER}`.
 */
export function resident(command: Command | undefined): StartEngine {
  return async () => {
    if (command === undefined) return undefined;
    const child = spawn(command.program, command.words, { stdio: ["pipe", "pipe", "pipe"] });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
    const started = await new Promise<boolean>((resolve) => {
      child.once("spawn", () => resolve(true));
      child.once("error", () => resolve(false));
    });
    if (!started) return undefined;
    child.stdin.on("error", () => undefined); // the end of the process is told by its lines
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const answer = async (): Promise<Answer> => {
      const giveUp = setTimeout(() => {
        complaint += `no answer in ${patienceMs / 1000} s`;
        child.kill("SIGKILL");
      }, patienceMs);
      const line = await lines.next();
      clearTimeout(giveUp);
      if (line.done !== true) return JSON.parse(line.value) as Answer;
      await ended;
      throw new Error(`${[command.program, ...command.words].join(" ")} gave up: ${complaint.trim()}`);
    };
    const close = async (): Promise<void> => {
      child.stdin.end();
      await ended;
    };
    const first = await answer();
    if (!("ready" in first)) {
      await close();
      return undefined;
    }
    return {
      check: first.check,
      async time(calls) {
        child.stdin.write(`${calls}\n`);
        return ((await answer()) as { readonly ms: number }).ms;
      },
      peakMb: () => peakMb(child.pid!),
      close,
    };
  };
}
