import type { StartEngine } from "../support/engine.js";
import { peakMb } from "../support/memory.js";
import { bufferCell, memberText, millionCell, recordCell, sendCell, type CellText } from "./cells.js";
import { BenchClient } from "./client.js";
import type { Contestant } from "./kernels.js";

/** A kernel that is up, and texts in its language, no two alike. */
interface Up {
  readonly client: BenchClient;
  readonly startMs: number;
  textOf(text: CellText): string;
}

/** What is timed, in milliseconds; it throws where the kernel's answer is not what it has to be. */
type Call = (up: Up) => Promise<number>;

/** Starts of a kernel, up to its first reply. */
export function starting(kernel: Contestant): StartEngine {
  return freshEach(kernel, ({ startMs }) => Promise.resolve(startMs));
}

/** Cells of one session; `answer` is the number that the cell shows or prints, if any. */
export function running(
  kernel: Contestant,
  cell: CellText,
  answer: (i: number) => number | undefined,
): StartEngine {
  let i = 0;
  return staying(kernel, async ({ client, textOf }) => {
    const { ms, value, printed } = await client.run(textOf(cell));
    const number = /\d+/.exec(value ?? printed.join(""))?.[0];
    requireSame(kernel, number === undefined ? undefined : Number(number), answer(i++));
    return ms;
  });
}

/** The first completion of a session that has run a cell. */
export function completingFirst(kernel: Contestant): StartEngine {
  return freshEach(kernel, async (up) => {
    await up.client.run(up.textOf(recordCell));
    return complete(kernel, up);
  });
}

/** Completions of one session. */
export function completing(kernel: Contestant): StartEngine {
  return staying(kernel, (up) => complete(kernel, up), recordCell);
}

/** A million lines printed by one cell: all must arrive. */
export function printingMillion(kernel: Contestant): StartEngine {
  return staying(kernel, async ({ client, textOf }) => {
    const { ms, printed } = await client.run(textOf(millionCell));
    const lines = printed.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
    requireSame(kernel, lines, 1e6);
    return ms;
  });
}

/** 256 MiB sent over a comm. */
export function sendingBuffer(kernel: Contestant): StartEngine {
  return staying(
    kernel,
    async ({ client, textOf }) => {
      const { ms, bufferBytes } = await client.run(textOf(sendCell));
      requireSame(kernel, bufferBytes, 256 * 2 ** 20);
      return ms;
    },
    bufferCell,
  );
}

async function complete(kernel: Contestant, { client, textOf }: Up): Promise<number> {
  const { ms, reply } = await client.complete(textOf(memberText));
  const matches = (reply["matches"] as string[]).filter((match) => match.endsWith("mean_score"));
  requireSame(kernel, matches.length, 1);
  return ms;
}

/** One kernel for all calls, after a cell that prepares them. */
function staying({ command, language }: Contestant, call: Call, prepare?: CellText): StartEngine {
  return async () => {
    if (command === undefined) return undefined;
    const up = await start(command, language);
    if (prepare !== undefined) await up.client.run(up.textOf(prepare));
    return {
      check: 0,
      time: meanOf(() => call(up)),
      peakMb: () => peakMb(up.client.process.pid!),
      close: () => up.client.close(),
    };
  };
}

/** A kernel of its own for each call. */
function freshEach({ command, language }: Contestant, call: Call): StartEngine {
  return async () => {
    if (command === undefined) return undefined;
    let peak: number | null = null;
    const once = async (): Promise<number> => {
      const up = await start(command, language);
      try {
        return await call(up);
      } finally {
        peak = peakMb(up.client.process.pid!);
        await up.client.close();
      }
    };
    return { check: 0, time: meanOf(once), peakMb: () => peak, close: () => Promise.resolve() };
  };
}

async function start(
  command: NonNullable<Contestant["command"]>,
  language: Contestant["language"],
): Promise<Up> {
  let i = 0;
  return { ...(await BenchClient.start(command)), textOf: (text) => text[language](i++) };
}

function meanOf(call: () => Promise<number>): (calls: number) => Promise<number> {
  return async (calls) => {
    let total = 0;
    for (let done = 0; done < calls; done++) total += await call();
    return total / calls;
  };
}

function requireSame({ name }: Contestant, got: unknown, wanted: unknown): void {
  if (got !== wanted) throw new Error(`${name}: the answer was ${String(got)}, not ${String(wanted)}`);
}
