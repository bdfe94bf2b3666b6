import { join } from "node:path";

/** The folder of the benchmarks. */
export const benchFolder: string = join(import.meta.dirname, "..");

/** What the benchmarks make: programs, scripts and data. Nothing in it is needed the next time. */
export const ownFolder: string = join(import.meta.dirname, "../../../.vitrine/bench");
