import type { BenchRow } from "../row.js";
import { measureBeside } from "../support/beside.js";
import type { Wanted } from "../support/beside.js";
import { cCommand, oursCommand, threadCounts } from "../support/commands.js";
import { resident } from "../support/engine.js";

/** Name of this group of rows. */
export const group = "slices";

const ways = { "slice-gather": "gather", "slice-scatter": "scatter" } as const;

/** Side of the padded grid and of the slices, radius of what is read or added, and how many slices. */
const [padded, box, radius, slices] = [256, 128, 63, 1000] as const;

/** Central slices in random directions, read out of a padded transform or added to it with weights, beside plain C. */
export async function rows({ only, statistic }: Wanted): Promise<BenchRow[]> {
  const measured: BenchRow[] = [];
  for (const [name, way] of Object.entries(ways).filter(([name]) => only(name))) {
    for (const threads of threadCounts) {
      const words = [way, threads, padded, box, radius, slices];
      const plain = cCommand("slices/slices.c", [], ...words);
      const comparison = {
        name,
        size: `${slices} of ${box} x ${box}`,
        threads,
        ours: resident(oursCommand("slices/ours.js", ...words)),
        peers: [{ name: "plain C -O3", start: resident(plain) }],
        calls: 1,
        repetitions: 7,
        warmUps: 2,
        agreement: 1e-3,
      };
      measured.push(...(await measureBeside(comparison, statistic)));
    }
  }
  return measured;
}
