import { rotationFromEuler } from "vitrine/math";
import type { Rotation } from "vitrine/math";
import numbers from "../../../golden/math/relion-symmetry.json" with { type: "json" };

type Angles = readonly [rotDeg: number, tiltDeg: number, psiDeg: number];

const fromAngles = ([rotDeg, tiltDeg, psiDeg]: Angles): Rotation =>
  rotationFromEuler({ rotDeg, tiltDeg, psiDeg });
const groups = numbers.groups as unknown as Readonly<
  Record<string, { readonly operators: readonly Rotation[]; readonly equal: readonly (readonly Angles[])[] }>
>;

/** What RELION 3.1.3 says of symmetry: its operators, and the views equal to each of some. */
export const golden: {
  readonly views: readonly Rotation[];
  readonly groups: Readonly<
    Record<
      string,
      { readonly operators: readonly Rotation[]; readonly equal: readonly (readonly Rotation[])[] }
    >
  >;
} = {
  views: (numbers.views as unknown as readonly Angles[]).map(fromAngles),
  groups: Object.fromEntries(
    Object.entries(groups).map(([name, { operators, equal }]) => [
      name,
      { operators, equal: equal.map((views) => views.map(fromAngles)) },
    ]),
  ),
};
