import { getHeapStatistics } from "node:v8";
import type { Header } from "../messages/index.js";
import type { Publisher } from "./publisher.js";
import type { Post } from "./runtime-scope.js";
import { withinTime } from "./within-time.js";

/** What the guard looks at and what it may do. */
export interface Guarded {
  readonly post: Post;
  /** Stops the cell at once. */
  stop(): void;
  /** Header of the cell that is running, if any. */
  running(): Header | undefined;
  readonly publisher: Publisher;
}

/** Between two looks, in milliseconds. */
const everyMs = 50;
/** A look that takes longer is given up, in milliseconds: the thread is in a call of the system. */
const lookMs = 500;
/** Part of the heap's limit above which one look follows the other without a pause. */
const high = 0.5;
/** Part of it at which the cell is stopped: what is left is enough to go on. */
const full = 0.8;

/** Stops a cell that is about to use up the heap, before the process dies of it and takes the variables along. */
export function watchMemory({ post, stop, running, publisher }: Guarded): void {
  const limit = heapLimit();
  const used = async (): Promise<number> => {
    const usage = post("Runtime.getHeapUsage", {});
    return (await withinTime(usage, lookMs)) ? ((await usage) as { readonly usedSize: number }).usedSize : 0;
  };
  let watched: Header | undefined;
  let mark = 0;
  let told: Header | undefined;
  const look = async (): Promise<void> => {
    let bytes = await used();
    const cell = running();
    if (cell === undefined) return;
    if (cell.msg_id !== watched?.msg_id) mark = markFor(bytes, limit);
    watched = cell;
    while (bytes > high * limit && bytes < mark && running() === cell) bytes = await used();
    if (bytes < mark || running() !== cell) return;
    stop(); // again, where the first stop did not take; said once
    if (told === cell) return;
    told = cell;
    const [now, most] = [bytes, limit].map((size) => Math.round(size / 1e6));
    publisher.print("stderr", `memory: ${now} of ${most} MB in use; the cell was stopped\n`, cell);
  };
  let looking = false;
  setInterval(() => {
    if (looking || running() === undefined) return;
    looking = true;
    void look().finally(() => (looking = false));
  }, everyMs).unref();
}

/** Where a cell is stopped. One that finds the heap full already, and may want to empty it, gets half of what is left. */
function markFor(bytes: number, limit: number): number {
  return bytes < full * limit ? full * limit : (bytes + limit) / 2;
}

/** Limit of the main thread's heap in bytes: the one it was started with, else V8's own. */
function heapLimit(): number {
  const given = /--max[-_]old[-_]space[-_]size=(\d+)/.exec(
    [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" "),
  );
  return given === null ? getHeapStatistics().heap_size_limit : Number(given[1]) * 2 ** 20;
}
