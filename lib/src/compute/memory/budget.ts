import { MemoryError, requirePositive } from "../../core/index.js";
import { knownHost } from "../host/load-host.js";

/** Kept free for the rest of the process, in bytes. 64 MiB: a notebook's own variables grow while work runs. */
const reserveBytes = 64 * 2 ** 20;

let chosenBytes = Infinity;
let residentBytes = 0;

/** What the memory budget says now, in bytes. */
export interface MemoryBudget {
  /** Most that residents may hold together. */
  readonly limitBytes: number;
  /** What they hold. */
  readonly residentBytes: number;
  /** What a job may still ask for. */
  readonly freeBytes: number;
}

/**
 * How much memory heavy work may still take: what the machine or its container has left, less a reserve, and no more than
 * {@link setMemoryBudget} allows.
 */
export function memoryBudget(): MemoryBudget {
  const host = knownHost();
  const hostLimit = host?.memoryLimitBytes ?? Infinity;
  const hostFree = host === undefined ? Infinity : Math.max(0, host.freeBytes() - reserveBytes);
  return {
    limitBytes: Math.min(chosenBytes, hostLimit),
    residentBytes,
    freeBytes: Math.max(0, Math.min(chosenBytes - residentBytes, hostFree)),
  };
}

/** Sets the most that residents may hold together, in bytes; `Infinity` leaves it to the machine. Returns the undo. */
export function setMemoryBudget(bytes: number): () => void {
  const before = chosenBytes;
  chosenBytes = bytes === Infinity ? bytes : requirePositive("memory budget", bytes, "bytes");
  return () => {
    chosenBytes = before;
  };
}

/**
 * Throws unless `bytes` more fit in the memory budget.
 *
 * @throws MemoryError with what is needed, what is free, and `hint` as the way out
 */
export function requireMemory(what: string, bytes: number, hint?: string): void {
  const { freeBytes } = memoryBudget();
  if (bytes <= freeBytes) return;
  throw new MemoryError(what, {
    got: `a need of ${spoken(bytes)}`,
    wanted: `at most the ${spoken(freeBytes)} that are free`,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Tells the budget that residents took (or, below 0, gave back) so many bytes. */
export function countResident(bytes: number): void {
  residentBytes += bytes;
}

/** Bytes as people say them. */
function spoken(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power]}`;
}
