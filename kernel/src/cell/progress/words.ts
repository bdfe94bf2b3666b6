/** How far slow work is: what library calls report. */
export interface CellProgress {
  readonly stage: string;
  readonly done: number;
  readonly total?: number;
  readonly metrics?: Readonly<Record<string, number>>;
}

/** Work that is told in hundredths has no rate of its own. */
const hundredths = 100;

/** One line about work that goes on, e.g. `align  50/200  98/s  0:02 left  shiftPx 3.14`. */
export function moving({ stage, done, total, metrics = {} }: CellProgress, elapsedMs: number): string {
  const seconds = elapsedMs / 1000;
  const left = total === undefined || done <= 0 ? undefined : ((total - done) * seconds) / done;
  const time = left === undefined ? clock(seconds) : `${clock(left)} left`;
  const numbers = Object.entries(metrics).map(([name, value]) => `${name} ${short(value)}`);
  return [stage, amount(done, total), total === hundredths ? "" : rate(done, seconds), time, ...numbers]
    .filter((word) => word !== "")
    .join("  ");
}

/** One line about work that is done: what took how long. */
export function finished({ stage, done, total }: CellProgress, spentMs: number, times: number): string {
  if (times > 1) return `${stage}: done ${times} times in ${duration(spentMs)}`;
  const counted = total === hundredths ? "" : `, ${done} at ${rate(done, spentMs / 1000)}`;
  return `${stage}: done in ${duration(spentMs)}${counted}`;
}

/** One line about work that was not done to its end. */
export function unfinished(
  { stage, done, total }: CellProgress,
  spentMs: number,
  word: "stopped" | "ended",
): string {
  return `${stage}: ${word} at ${amount(done, total)} after ${duration(spentMs)}`;
}

function amount(done: number, total: number | undefined): string {
  if (total === hundredths) return `${Math.floor(done)} %`;
  return total === undefined ? short(done) : `${short(done)}/${short(total)}`;
}

function rate(done: number, seconds: number): string {
  if (done <= 0 || seconds <= 0) return "";
  return done >= seconds ? `${short(done / seconds)}/s` : `${short(seconds / done)} s each`;
}

function duration(ms: number): string {
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : clock(ms / 1000);
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** At most three digits that matter, whole numbers whole. */
function short(value: number): string {
  return Number.isInteger(value)
    ? String(value)
    : String(Number(value.toPrecision(Math.abs(value) < 1000 ? 3 : 4)));
}
