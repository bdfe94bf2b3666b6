import type { BenchRow } from "../row.js";
import { oneOf, type Statistic } from "../support/beside.js";
import { longCell } from "./cells.js";
import { BenchClient } from "./client.js";
import type { Contestant } from "./kernels.js";

/** Cells that are timed at the start of a session and again after those between. */
const timed = 20;
const between = 200;

/** What a cell of 45 lines costs late in a session, beside the first ones of the same session: 1 is no growth. */
export async function measureGrowth(
  name: string,
  { command, language }: Contestant,
  statistic: Statistic,
): Promise<BenchRow> {
  if (command === undefined) throw new Error(`${name}: no kernel`);
  const { client } = await BenchClient.start(command);
  try {
    const times: number[] = [];
    for (let i = 0; i < timed + between + timed; i++)
      times.push((await client.run(longCell[language](i))).ms);
    const [peerMs, oursMs] = [times.slice(0, timed), times.slice(-timed)].map((all) => oneOf(all, statistic));
    return {
      ...{ name, size: `${between} cells later`, threads: 1, oursMs: oursMs!, oursMb: null },
      ...{ peer: "its first cells", peerMs: peerMs!, peerMb: null, ratio: oursMs! / peerMs! },
    };
  } finally {
    await client.close();
  }
}
