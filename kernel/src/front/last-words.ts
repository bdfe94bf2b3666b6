import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { MemoryGuard, Reading } from "./memory-guard.js";

/** What a kernel leaves behind that has no time to say why it ends. */
interface Note {
  readonly pid: number;
  /** Number of the cell that ran, if one did. */
  readonly cell: number | undefined;
  readonly memory: MemoryGuard["last"];
}

/** Stands beside the connection file, which a kernel that is started anew gets again. */
const ending = ".last";
/** Memory of which more than this part was in use is what a kernel died of. */
const scarce = 0.6;

/**
 * Keeps a note on disk of what the kernel is doing, and takes it away at a goodbye. A note that is found at the start
 * is the last of a kernel that could not say goodbye.
 */
export class LastWords {
  /** Why the kernel before this one ended, in a line; nothing where there was none, or it said goodbye. */
  readonly ofPredecessor: string | undefined;
  private readonly file: string;
  private written = "";
  private ended = false;

  constructor(connectionFile: string) {
    this.file = connectionFile + ending;
    const note = readNote(this.file);
    if (note !== undefined && !isAlive(note.pid)) this.ofPredecessor = obituary(note);
    sweep(dirname(connectionFile), basename(connectionFile));
  }

  /** Notes what goes on; nothing is written where that is what stands there already. */
  note(cell: number | undefined, memory: MemoryGuard["last"]): void {
    const text = JSON.stringify({ pid: process.pid, cell, memory } satisfies Note);
    if (this.ended || text === this.written) return;
    this.written = text;
    try {
      writeFileSync(`${this.file}.part`, text, { mode: 0o600 });
      renameSync(`${this.file}.part`, this.file);
    } catch {
      return; // a full disk must not end the kernel
    }
  }

  /** The kernel ends as it should. */
  goodbye(): void {
    this.ended = true;
    rmSync(this.file, { force: true });
  }
}

function obituary({ cell, memory }: Note): string {
  const when = cell === undefined ? "while no cell ran" : `while cell ${cell} ran`;
  const short = [
    [memory.heap, "JavaScript's heap"],
    [memory.process, "the memory that it may have"],
  ] as const;
  const found = short.find(([reading]) => reading !== undefined && reading.used > scarce * reading.most);
  const why =
    found === undefined
      ? "a signal or a crash ended it"
      : `it ran out of memory, with ${megabytes(found[0]!)} MB of ${found[1]} in use`;
  return `the kernel before this one ended without a goodbye ${when}: ${why}; its variables are gone\n`;
}

function megabytes({ used, most }: Reading): string {
  return `${Math.round(used / 1e6)} of ${Math.round(most / 1e6)}`;
}

function readNote(file: string): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(file, "utf8")) as Partial<Note> | null;
    return typeof note?.pid === "number" && typeof note.memory === "object" ? (note as Note) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes away the notes of kernels whose connection file is gone: nobody will start them anew. */
function sweep(folder: string, own: string): void {
  for (const name of readdirSync(folder)) {
    const connection = name.slice(0, -ending.length);
    if (!name.endsWith(`.json${ending}`) || connection === own) continue;
    if (!existsSync(join(folder, connection))) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
