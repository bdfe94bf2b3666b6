import { requireInteger } from "../core/index.js";
import type { ParticleColumns, Particles } from "./particles.js";
import { selectRows } from "./table.js";

/**
 * The particles of the given numbers, in that order; one may come twice. Files and optics groups stay as they are.
 *
 * @throws ValueError if one is not there
 * @example
 * ```ts
 * const optics = [opticsGroup({ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 })];
 * const all = particles(optics, { group: new Int32Array(3), classNumber: Int32Array.of(1, 2, 1) });
 * selectParticles(all, [2, 1]).classNumber;   // Int32Array [1, 2]
 * ```
 */
export function selectParticles(all: Particles, indices: ArrayLike<number>): Particles {
  const rows = Int32Array.from(indices, (index) => requireInteger("particle", index, 0, all.count - 1));
  const columns = Object.entries(all).map(([name, value]) => [
    name,
    isColumn(name) ? picked(value, rows) : (value as unknown),
  ]);
  return { ...(Object.fromEntries(columns) as Particles), count: rows.length };
}

const columnNames: Readonly<Record<keyof ParticleColumns, true>> = {
  group: true,
  images: true,
  micrographs: true,
  coordinatesPx: true,
  angles: true,
  shiftA: true,
  defocus: true,
  classNumber: true,
  halfSet: true,
  other: true,
};

function isColumn(name: string): name is keyof ParticleColumns {
  return Object.hasOwn(columnNames, name);
}

/** The given rows of a column, of a record of columns, or of a table; lists of files are no columns. */
function picked(value: unknown, rows: Int32Array): unknown {
  if (value instanceof Float64Array) return Float64Array.from(rows, (row) => value[row]!);
  if (value instanceof Int32Array) return rows.map((row) => value[row]!);
  if (value === undefined || Array.isArray(value)) return value;
  const record = value as { readonly kind?: string };
  if (record.kind === "table") return selectRows(record as never, rows);
  return Object.fromEntries(Object.entries(record).map(([name, column]) => [name, picked(column, rows)]));
}
