/** A failure with its cure: one sentence that is shown as it stands, without a stack. */
export class SetupError extends Error {
  name = "SetupError";
}

const running = new Map();
let timer;

export function say(line) {
  wipe();
  process.stdout.write(`${line}\n`);
  draw();
}

/**
 * Says what takes long while it runs: a line that keeps counting on a terminal, a line at the start and at the end elsewhere.
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} work gets a function for the last thing that it heard of
 * @returns {Promise<T>}
 */
export async function during(title, work) {
  const started = Date.now();
  const entry = { started, note: "" };
  if (!process.stdout.isTTY) say(`${title} ...`);
  running.set(title, entry);
  timer ??= process.stdout.isTTY ? setInterval(redraw, 250) : undefined;
  try {
    const result = await work((text) => (entry.note = text));
    running.delete(title);
    say(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return result;
  } finally {
    running.delete(title);
    if (running.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    wipe();
  }
}

/** Runs a command's body: its number is the exit code, and what failed is said in one sentence. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    wipe();
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function redraw() {
  wipe();
  draw();
}

function draw() {
  if (!process.stdout.isTTY || running.size === 0) return;
  const parts = [...running].map(([title, { started, note }]) => {
    const seconds = Math.round((Date.now() - started) / 1000);
    return `${title} ${seconds} s${note ? ` (${note})` : ""}`;
  });
  process.stdout.write(parts.join(" | ").slice(0, (process.stdout.columns || 80) - 1));
}

function wipe() {
  if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
}
