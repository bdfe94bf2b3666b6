import { rmSync } from "node:fs";
import { join } from "node:path";
import { readImageStack, readVolume } from "vitrine/io";
import type { BenchRow } from "../row.js";
import { measureBeside } from "../support/beside.js";
import type { Comparison, Wanted } from "../support/beside.js";
import { oursCommand } from "../support/commands.js";
import { program } from "../support/program.js";
import { writeMapFiles } from "./files.js";
import type { MapFiles } from "./files.js";

/** Name of this group of rows. */
export const group = "maps";

const names = ["project-1000", "reconstruct-1000"] as const;
const [boxSizePx, count, threads] = [128, 1000, 1] as const;

/**
 * Projections of a map and its reconstruction from them, from file to file, each call a program from its start to its end: ours
 * is a Node that starts, loads the library and compiles the kernels. RELION's programs take one thread; they work in double
 * precision. Padding is 2 in all, the weights of the reconstruction are iterated.
 */
export async function rows({ only, statistic }: Wanted): Promise<BenchRow[]> {
  const wanted = names.filter(only);
  if (wanted.length === 0) return [];
  const files = await writeMapFiles(boxSizePx, count);
  const measured: BenchRow[] = [];
  try {
    for (const name of wanted) {
      const comparison = name === "project-1000" ? projection(files) : reconstruction(files);
      measured.push(...(await measureBeside(comparison, statistic)));
    }
  } finally {
    rmSync(files.folder, { recursive: true });
  }
  return measured;
}

function projection({ folder, map, poses, truth }: MapFiles): Comparison {
  const [ours, theirs] = [join(folder, "ours.mrcs"), join(folder, "relion")];
  const check = async (file: string): Promise<number> =>
    shareOf(truth.images.data, (await readImageStack(file, { as: "images" })).data);
  const relion = { program: "relion_project", words: ["--i", map, "--ang", poses, "--o", theirs] };
  return {
    ...common("project-1000"),
    ours: program(oursCommand("maps/project.js", map, poses, ours, threads), () => check(ours)),
    peers: [{ name: "relion_project", start: program(relion, () => check(`${theirs}.mrcs`)) }],
    repetitions: 3,
  };
}

function reconstruction({ folder, images, poses, truth }: MapFiles): Comparison {
  const [ours, theirs] = [join(folder, "ours.mrc"), join(folder, "relion.mrc")];
  const check = async (file: string): Promise<number> =>
    shareOf(truth.map.data, (await readVolume(file, { as: "volume" })).data);
  const relion = { program: "relion_reconstruct", words: ["--i", poses, "--o", theirs] };
  return {
    ...common("reconstruct-1000"),
    ours: program(oursCommand("maps/reconstruct.js", images, poses, ours, threads), () => check(ours)),
    peers: [{ name: "relion_reconstruct", start: program(relion, () => check(theirs)) }],
    repetitions: 2,
  };
}

/** The first run is for the check, so none is needed to warm up. */
function common(
  name: string,
): Pick<Comparison, "name" | "size" | "threads" | "calls" | "warmUps" | "agreement"> {
  const size = `${count} of ${boxSizePx} x ${boxSizePx}`;
  return { name, size, threads, calls: 1, warmUps: 0, agreement: 0.02 };
}

/** How much of the truth is in a result: 1 where it is the same, near 0 where an axis or a sign differs. */
function shareOf(truth: Float32Array, result: Float32Array): number {
  let [product, square] = [0, 0];
  for (let i = 0; i < truth.length; i++) {
    product += truth[i]! * result[i]!;
    square += truth[i]! * truth[i]!;
  }
  return product / square;
}
