import { opticsGroup } from "../../model/index.js";
import type { OpticsGroup } from "../../model/index.js";

/** Optics groups, and which of them each particle belongs to. */
export interface GroupedOptics {
  readonly optics: readonly OpticsGroup[];
  readonly group: Int32Array;
}

/** What the reader of particles is told of their optics, where the file does not say or says it wrongly. */
export type GivenOptics = Partial<Omit<OpticsGroup, "name" | "other">>;

type Quantity =
  "voltageKV" | "csMm" | "amplitudeContrast" | "pixelSizeA" | "micrographPixelSizeA" | "boxSizePx";

/** What each row of a table says of its optics. */
export interface OpticsColumns extends Readonly<Partial<Record<Quantity, Float64Array | undefined>>> {
  /** In mrad. */
  readonly beamTilt?: readonly [x: Float64Array, y: Float64Array] | undefined;
  /** Numbers that keep groups apart whose optics are the same. */
  readonly exposureGroup?: Float64Array | undefined;
}

/** How {@link groupOptics} goes about it. */
export interface GroupOpticsOptions {
  readonly rowCount: number;
  readonly given?: GivenOptics | undefined;
  /** Ends the reading for want of a quantity that neither the table nor the caller tells. */
  readonly missing: (quantity: NeededOptics) => never;
}

/** What has to be known. */
export const neededOptics = ["voltageKV", "csMm", "amplitudeContrast", "pixelSizeA"] as const;
export type NeededOptics = (typeof neededOptics)[number];

/** One optics group for each different set of numbers, in the order in which they first come. */
export function groupOptics(
  columns: OpticsColumns,
  { rowCount, given = {}, missing }: GroupOpticsOptions,
): GroupedOptics {
  const { beamTilt, exposureGroup, ...quantities } = columns;
  const told = new Map(
    Object.entries(quantities).flatMap(([name, column]): [string, Float64Array][] =>
      column === undefined || name in given ? [] : [[name, column]],
    ),
  );
  for (const name of neededOptics) if (!told.has(name) && given[name] === undefined) missing(name);
  const apart = [...told.values(), ...(beamTilt ?? []), ...(exposureGroup ? [exposureGroup] : [])];
  const places = new Map<string, number>();
  const optics: OpticsGroup[] = [];
  const group = Int32Array.from({ length: rowCount }, (_, row) => {
    const key = apart.map((column) => column[row]).join(" ");
    const place = places.get(key) ?? places.size;
    if (place === places.size) {
      places.set(key, place);
      const numbers = Object.fromEntries(Array.from(told, ([name, column]) => [name, column[row]!] as const));
      optics.push(
        opticsGroup({
          name: `opticsGroup${place + 1}`,
          ...(beamTilt && { beamTiltMrad: [beamTilt[0][row]!, beamTilt[1][row]!] as const }),
          ...(numbers as unknown as Record<NeededOptics, number>),
          ...given,
        }),
      );
    }
    return place;
  });
  return { optics, group };
}
