import { setTimeout as sleep } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import { collectCall, type Header } from "../messages/index.js";
import { memoryRoom } from "./memory-room.js";
import type { Post } from "./runtime-scope.js";
import { withinTime } from "./within-time.js";

/** What the guard looks at and what it may do. */
export interface Guarded {
  readonly post: Post;
  /** Stops the cell at once. */
  stop(): void;
  /** Header of the cell that is running, if any. */
  running(): Header | undefined;
}

/** What the guard found out. */
export interface MemoryGuard {
  /** Why a cell was stopped, in a sentence; nothing where it was not the guard that stopped it. Told once. */
  verdict(cell: Header): string | undefined;
  /** The last look at each kind of memory. */
  readonly last: Readonly<Record<Kind, Reading | undefined>>;
}

type Kind = "heap" | "process";

/** One look at one kind of memory, in bytes. */
export interface Reading {
  readonly used: number;
  readonly most: number;
}

/** Between two looks, in milliseconds. */
const everyMs = 50;
/** Between two looks where memory runs short, in milliseconds. */
const shortMs = 2;
/** A look that takes longer is given up, in milliseconds: the thread is in a call of the system. */
const lookMs = 500;
/** Time for the engine to collect its garbage before a cell is called guilty, in milliseconds. */
const collectMs = 1000;
/** A cell that took less than this of the process's memory is not to blame for the lack of it, in bytes. */
const leastTaken = 64 * 2 ** 20;

const collect = `globalThis[Symbol.for(${JSON.stringify(collectCall)})]()`;

/** Kept of the heap: what is left above it is enough to go on. */
const heapReserve = (most: number): number => 0.2 * most;
/** Kept of the process's memory. A cell fills some 100 MB between two looks, and must not reach the end in between. */
const processReserve = (most: number): number => Math.min(512e6, Math.max(128e6, 0.1 * most));

/**
 * Stops a cell that is about to use up the heap, or the memory that machine and container leave to the process, before
 * the process dies of it and takes the variables along.
 */
export function watchMemory({ post, stop, running }: Guarded): MemoryGuard {
  const limit = heapLimit();
  const last: Record<Kind, Reading | undefined> = { heap: undefined, process: undefined };
  const verdicts = new Map<string, string>();
  const read = async (kind: Kind): Promise<Reading | undefined> =>
    (last[kind] = kind === "process" ? processReading() : await heapReading(post, limit));

  /** Watches one kind of memory for as long as a cell comes near the end of it. */
  const watch = async (kind: Kind, cell: Header, first: Reading): Promise<void> => {
    let collected = false;
    for (;;) {
      const now = await read(kind);
      if (now === undefined || running() !== cell) return;
      const { near, ripe, full } = marks(kind, first, now.most);
      if (now.used < near) return;
      if (now.used < ripe) collected = false;
      else if (kind === "process" && now.used - first.used < leastTaken) return;
      else if (!collected) {
        collected = true;
        await withinTime(post("Runtime.evaluate", { expression: collect, silent: true }), collectMs);
        continue;
      } else if (now.used >= full) {
        verdicts.set(cell.msg_id, sentence(kind, now));
        stop();
        await sleep(everyMs); // and again, where that did not take
      }
      if (kind === "process") await sleep(shortMs); // a look at the heap waits for the cell's thread as it is
    }
  };

  const watchAll = (kind: Kind): void => {
    let cell: Header | undefined;
    let first: Reading | undefined;
    let looking = false;
    const look = async (): Promise<void> => {
      const now = running();
      if (now === undefined) return;
      if (now !== cell) first = await read(kind);
      cell = now;
      if (first !== undefined) await watch(kind, cell, first);
    };
    setInterval(() => {
      if (looking || running() === undefined) return;
      looking = true;
      void look().finally(() => (looking = false));
    }, everyMs).unref();
  };
  watchAll("heap");
  watchAll("process");
  return {
    last,
    verdict({ msg_id }) {
      const said = verdicts.get(msg_id);
      verdicts.delete(msg_id);
      return said;
    },
  };
}

/**
 * Where one look follows the other at once, where garbage is collected, and where the cell is stopped. A cell that
 * finds memory full already, and may want to empty it, gets half of what is left.
 */
function marks(
  kind: Kind,
  first: Reading,
  most: number,
): { readonly near: number; readonly ripe: number; readonly full: number } {
  const reserve = kind === "heap" ? heapReserve(most) : processReserve(most);
  const full = first.used < most - reserve ? most - reserve : (first.used + most) / 2;
  return { near: most - 3 * reserve, ripe: full - reserve, full };
}

function sentence(kind: Kind, { used, most }: Reading): string {
  const [now, all] = [used, most].map((bytes) => Math.round(bytes / 1e6));
  const what = kind === "heap" ? "of JavaScript's heap" : "of what this process may have";
  return `${now} of ${all} MB ${what} in use; the cell was stopped, its variables are kept (set large ones to undefined)`;
}

function processReading(): Reading | undefined {
  const used = process.memoryUsage.rss();
  const room = memoryRoom(used);
  return room === Infinity ? undefined : { used, most: used + room };
}

async function heapReading(post: Post, most: number): Promise<Reading | undefined> {
  const usage = post("Runtime.getHeapUsage", {});
  if (!(await withinTime(usage, lookMs))) return undefined;
  return { used: ((await usage) as { readonly usedSize: number }).usedSize, most };
}

/** Limit of the main thread's heap in bytes: the one it was started with, else V8's own. */
function heapLimit(): number {
  const given = /--max[-_]old[-_]space[-_]size=(\d+)/.exec(
    [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" "),
  );
  return given === null ? getHeapStatistics().heap_size_limit : Number(given[1]) * 2 ** 20;
}
