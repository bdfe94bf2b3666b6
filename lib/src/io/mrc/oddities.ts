import { gridSpacing } from "./geometry.js";
import type { MrcHeader } from "./header.js";
import { volumesIn } from "./content.js";

const knownExtendedTypes = new Set(["SERI", "AGAR", "FEI1", "FEI2", "CCP4", "MRCO", "HDF5"]);
/** Bytes of one record of the kinds that have a fixed one. */
const recordBytes: ReadonlyMap<string, number> = new Map([
  ["CCP4", 80],
  ["FEI1", 768],
  ["FEI2", 888],
]);

/** What is unusual in a header and harmless enough to be accepted, each in a sentence. */
export function oddities(header: MrcHeader): string[] {
  return [
    ...extendedOddities(header),
    ...spacingOddities(header),
    ...originOddities(header),
    ...stackOddities(header),
  ];
}

function extendedOddities({ extendedBytes, extendedType, spaceGroup }: MrcHeader): string[] {
  if (extendedBytes === 0) return [];
  const symmetryText = extendedType === "" && spaceGroup >= 1 && extendedBytes % 80 === 0;
  if (!knownExtendedTypes.has(extendedType) && !symmetryText) {
    return [`EXTTYP "${extendedType}" is not known: its ${extendedBytes} bytes are kept as they are`];
  }
  const record = recordBytes.get(extendedType);
  if (record === undefined || extendedBytes % record === 0) return [];
  return [`NSYMBT is ${extendedBytes}, not a multiple of ${extendedType}'s records of ${record} bytes`];
}

function spacingOddities(header: MrcHeader): string[] {
  const spacing = gridSpacing(header);
  const used = header.sections === 1 ? spacing.slice(0, 2) : spacing;
  if (used.some((size) => size === undefined)) {
    const { cellA, sampling } = header;
    return [`CELLA ${cellA.join(", ")} over M ${sampling.join(", ")} gives no voxel size`];
  }
  const sizes = used as number[];
  const odd: string[] = [];
  if (Math.max(...sizes) / Math.min(...sizes) > 1.001)
    odd.push(`voxel sizes differ: ${sizes.join(", ")} Å along x, y, z`);
  const angles = header.cellAnglesDeg;
  if (angles.some((angle) => angle !== 0 && Math.abs(angle - 90) > 0.01)) {
    odd.push(`the cell's angles are ${angles.join(", ")} degrees: the grid is not rectangular`);
  }
  return odd;
}

function originOddities({ originA }: MrcHeader): string[] {
  return originA.every(Number.isFinite) ? [] : [`ORIGIN ${originA.join(", ")} is not finite: taken as 0`];
}

function stackOddities(header: MrcHeader): string[] {
  const { spaceGroup, sampling, sections } = header;
  if (spaceGroup === 0 && sampling[2] !== 1 && sections > 1) {
    return [`ISPG 0 says image stack but MZ is ${sampling[2]}, not 1`];
  }
  if (spaceGroup < 0 || (spaceGroup > 230 && volumesIn(header) === undefined)) {
    return [`ISPG ${spaceGroup} means nothing: read as a volume`];
  }
  return [];
}
