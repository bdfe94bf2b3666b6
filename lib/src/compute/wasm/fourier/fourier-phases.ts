import type { FourierKind } from "../../jobs/fourier-job.js";
import type { Phase, Tables } from "../phase.js";
import { linePlan } from "./line-plan.js";
import type { LinePlan } from "./line-plan.js";

/** A batch of transforms by the places of its arrays in the kernels' memory; see {@link FourierJob}. */
export interface FourierPlacement {
  readonly kind: FourierKind;
  readonly shape: readonly number[];
  readonly batch: number;
  readonly from: number;
  readonly to: number;
  readonly scale: number;
}

const complexBytes = 8;
/** Most bytes of a plane that a second cache, of 1 MiB, holds beside the work on it. */
const mostInPlane = 640 * 1024;
/** Fewest planes worth a block each: enough for the workers there may be. */
const fewestPlanes = 16;
/** Columns that the kernel transforms side by side. */
const columnsInGroup = 16;
const quartetsInGroup = columnsInGroup / 4;

/**
 * Phases of a batch of transforms. Rows go first, then columns, the slowest axis last; for `half-to-real` the other way round.
 * Many small planes have their rows and columns done in one phase. The last phase multiplies by `scale`.
 */
export function fourierPhases(job: FourierPlacement, tables: Tables): Phase[] {
  const shape = job.shape;
  const axes = shape.length;
  const planes = job.batch * product(shape.slice(0, -2));
  const size = shape[axes - 1]!;
  const stored = job.kind === "forward" || job.kind === "inverse" ? size : Math.floor(size / 2) + 1;
  const backward = job.kind === "half-to-real";
  // axes that hold one element have nothing to transform
  const columnAxes = shape.map((_, axis) => axis).filter((axis) => axis < axes - 1 && shape[axis] !== 1);
  const slowToFast = backward ? columnAxes : [...columnAxes].reverse();
  const scaleOf = (last: boolean): number => (last ? job.scale : 1);
  const spectrum = backward ? job.from : job.to;
  const rows = rowsArgs(job, size, scaleOf(backward || columnAxes.length === 0), tables);
  const columnsOf = (axis: number): ColumnsArgs => {
    const columns = stored * product(shape.slice(axis + 1, -1));
    const slabs = job.batch * product(shape.slice(0, axis));
    const last = !backward && axis === slowToFast.at(-1);
    const inverse = backward || job.kind === "inverse";
    return columnsArgs(spectrum, shape[axis]!, columns, slabs, inverse, scaleOf(last), tables);
  };
  const planeBytes = (shape[axes - 2] ?? 1) * stored * complexBytes;
  if (columnAxes.includes(axes - 2) && planes >= fewestPlanes && planeBytes <= mostInPlane) {
    const plane = planesPhase(job.kind, shape[axes - 2]!, planes, rows, columnsOf(axes - 2));
    const slow = slowToFast.filter((axis) => axis !== axes - 2).map((axis) => columnsPhase(columnsOf(axis)));
    return backward ? [...slow, plane] : [plane, ...slow];
  }
  const across = rowsPhase(job.kind, rows, job.batch * product(shape.slice(0, -1)));
  const down = slowToFast.map((axis) => columnsPhase(columnsOf(axis)));
  return backward ? [...down, across] : [across, ...down];
}

interface RowsArgs {
  readonly plan: LinePlan;
  readonly from: number;
  readonly to: number;
  readonly fromPitch: number;
  readonly toPitch: number;
  readonly scale: number;
  readonly inverse: boolean;
}

interface ColumnsArgs {
  readonly plan: LinePlan;
  readonly at: number;
  readonly columns: number;
  readonly rowPitch: number;
  readonly slabs: number;
  readonly scale: number;
  readonly inverse: boolean;
}

const kernels: Readonly<Record<FourierKind, string>> = {
  "real-to-half": "fourierRealRows",
  "half-to-real": "fourierHalfRows",
  forward: "fourierComplexRows",
  inverse: "fourierComplexRows",
};

const planeKinds: Readonly<Record<FourierKind, number>> = {
  "real-to-half": 0,
  forward: 1,
  inverse: 1,
  "half-to-real": 2,
};

function rowsArgs(job: FourierPlacement, size: number, scale: number, tables: Tables): RowsArgs {
  const whole = size * complexBytes;
  const half = (Math.floor(size / 2) + 1) * complexBytes;
  const real = size * 4;
  const [fromPitch, toPitch] =
    job.kind === "real-to-half" ? [real, half] : job.kind === "half-to-real" ? [half, real] : [whole, whole];
  return {
    plan: linePlan(size, tables),
    from: job.from,
    to: job.to,
    fromPitch,
    toPitch,
    scale,
    inverse: job.kind === "inverse",
  };
}

function columnsArgs(
  at: number,
  size: number,
  columns: number,
  slabs: number,
  inverse: boolean,
  scale: number,
  tables: Tables,
): ColumnsArgs {
  return {
    plan: linePlan(size, tables),
    at,
    columns,
    rowPitch: columns * complexBytes,
    slabs,
    scale,
    inverse,
  };
}

function rowsPhase(kind: FourierKind, args: RowsArgs, rows: number): Phase {
  const groups = Math.ceil(rows / (kind === "forward" || kind === "inverse" ? 4 : 8));
  const together = groupsInBlock(args.plan.size);
  return {
    kernel: kernels[kind],
    args: rowsRow(args, rows, together),
    blocks: Math.ceil(groups / together),
    scratchBytes: args.plan.workBytes + args.plan.roomBytes,
  };
}

function columnsPhase(args: ColumnsArgs): Phase {
  const groups = args.slabs * Math.ceil(args.columns / columnsInGroup);
  const together = groupsInBlock(quartetsInGroup * args.plan.size);
  return {
    kernel: "fourierColumns",
    args: columnsRow(args, together),
    blocks: Math.ceil(groups / together),
    scratchBytes: columnsScratch(args.plan),
  };
}

function planesPhase(
  kind: FourierKind,
  rows: number,
  planes: number,
  across: RowsArgs,
  down: ColumnsArgs,
): Phase {
  const pitches = [rows * across.fromPitch, rows * across.toPitch];
  return {
    kernel: "fourierPlanes",
    args: [planeKinds[kind], ...pitches, ...rowsRow(across, rows, 1), ...columnsRow(down, 1)],
    blocks: planes,
    scratchBytes: Math.max(across.plan.workBytes + across.plan.roomBytes, columnsScratch(down.plan)),
  };
}

/** Groups of lines in a block, of so many quartets each: a block lasts some microseconds, far longer than handing it out. */
const groupsInBlock = (quartets: number): number => Math.max(1, Math.floor(1024 / quartets));

const rowsRow = ({ plan, ...args }: RowsArgs, rows: number, groups: number): number[] => [
  ...[plan.pointer, args.from, args.to, rows, args.fromPitch, args.toPitch],
  ...[args.scale, args.inverse ? 1 : 0, groups],
];

const columnsRow = ({ plan, ...args }: ColumnsArgs, groups: number): number[] => [
  ...[plan.pointer, args.at, args.at, args.columns, args.rowPitch, args.rowPitch * plan.size],
  ...[args.scale, args.inverse ? 1 : 0, args.slabs, groups],
];

const columnsScratch = (plan: LinePlan): number => quartetsInGroup * plan.workBytes + plan.roomBytes;
const product = (numbers: readonly number[]): number => numbers.reduce((a, b) => a * b, 1);
