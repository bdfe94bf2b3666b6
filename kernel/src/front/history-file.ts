import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { asStart, asText, type Start, type Text } from "./history-entry.js";

/** One line of what was typed, in any session. */
export interface HistoryLine {
  readonly session: number;
  readonly line: number;
  readonly input: string;
  readonly output: string | null;
}

/** Where the lines of all sessions are kept. */
export interface HistoryStore {
  /** Number of this session, from 1; it counts up with each kernel. */
  session(): number;
  addInput(line: number, input: string): void;
  addOutput(line: number, output: string): void;
  /** The lines of all other sessions, the oldest first. */
  others(): HistoryLine[];
}

/** Size at which the file is put away and a new one is begun, in bytes: some ten thousand cells. One old file is kept. */
const rotateBytes = 2_000_000;
/** Longest input that is kept, in UTF-16 units: a longer one is data and no code. */
const longestInput = 200_000;
/** Longest output that is kept, in UTF-16 units: enough for what a value looks like. */
const longestOutput = 4000;
/** A lock that is older than this, in milliseconds, was left behind by a kernel that died. */
const staleLockMs = 60_000;

/**
 * Keeps lines in a file that all kernels of a user share. Each entry is a line of JSON that is appended by one write
 * and begins with its line break: what a crash or a full disk left half written spoils no other entry.
 * A file that can't be read or written is told once; the session goes on without it.
 */
export class HistoryFile implements HistoryStore {
  private readonly path: string;
  private readonly warn: (sentence: string) => void;
  private readonly kernel = randomUUID();
  private number: number | undefined;
  private broken = false;

  constructor(path: string, warn: (sentence: string) => void) {
    this.path = path;
    this.warn = warn;
  }

  session(): number {
    this.number ??= this.begin();
    return this.number;
  }

  addInput(line: number, input: string): void {
    if (input.length <= longestInput) this.append({ session: this.session(), line, input });
  }

  addOutput(line: number, output: string): void {
    this.append({ session: this.session(), line, output: output.slice(0, longestOutput) });
  }

  others(): HistoryLine[] {
    const own = this.session();
    const lines = new Map<string, HistoryLine>();
    for (const { session, line, input, output } of this.written().flatMap(asText)) {
      if (session === own) continue;
      const key = `${session}:${line}`;
      const known = lines.get(key);
      if (input !== undefined) lines.set(key, { session, line, input, output: null });
      else if (known !== undefined && output !== undefined) lines.set(key, { ...known, output });
    }
    return [...lines.values()].sort((a, b) => a.session - b.session || a.line - b.line);
  }

  /** Takes the next number. Where two kernels take the same one, it is his who wrote first. */
  private begin(): number {
    this.attempt(() => mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 }));
    let number = (this.newest()?.session ?? 0) + 1;
    for (; !this.broken; number++) {
      this.append({ session: number, kernel: this.kernel });
      const first = this.starts().find(({ session }) => session === number);
      if (first === undefined || first.kernel === this.kernel) break;
    }
    this.attempt(() => isFile(this.path) && chmodSync(this.path, 0o600));
    return number;
  }

  /** Puts a long file away, one kernel at a time. The new one begins with the newest session, so that none is numbered twice. */
  private rotate(): void {
    if (!isLong(this.path)) return;
    const lock = `${this.path}.lock`;
    if (ageMs(lock) > staleLockMs) rmSync(lock, { force: true });
    try {
      closeSync(openSync(lock, "wx", 0o600));
    } catch {
      return;
    }
    try {
      if (!isLong(this.path)) return;
      const newest = this.newest();
      renameSync(this.path, olderThan(this.path));
      if (newest !== undefined) this.write(newest);
    } finally {
      rmSync(lock, { force: true });
    }
  }

  private append(entry: Start | Text): void {
    this.attempt(() => {
      this.rotate();
      this.write(entry);
    });
  }

  private write(entry: Start | Text): void {
    appendFileSync(this.path, `\n${JSON.stringify(entry)}`, { mode: 0o600 });
  }

  private written(): string[] {
    return [olderThan(this.path), this.path].flatMap(linesOf);
  }

  private starts(): Start[] {
    return this.written()
      .filter((line) => line.includes('"kernel":'))
      .flatMap(asStart);
  }

  private newest(): Start | undefined {
    return this.starts().reduce<Start | undefined>(
      (newest, start) => (start.session > (newest?.session ?? 0) ? start : newest),
      undefined,
    );
  }

  private attempt(work: () => void): void {
    if (this.broken) return;
    try {
      work();
    } catch (error) {
      this.broken = true;
      this.warn(`history is not kept: ${(error as Error).message}`);
    }
  }
}

function olderThan(path: string): string {
  return `${path}.1`;
}

function isLong(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > rotateBytes;
}

function ageMs(path: string): number {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined ? 0 : Date.now() - made;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function linesOf(path: string): string[] {
  try {
    return isFile(path) ? readFileSync(path, "utf8").split("\n") : [];
  } catch {
    return [];
  }
}
