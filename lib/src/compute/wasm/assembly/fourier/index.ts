/** Kernels of the Fourier transforms. Each does blocks `first ... last - 1` of a phase; see ../../fourier for what `args` holds. */
import { columnGroups, columns } from "./columns";
import { complexRows } from "./complex-rows";
import { halfRows } from "./half-rows";
import { ColumnsJob, PlanesJob, RowsJob, planesJobBytes, rowsJobBytes } from "./jobs";
import { realRows } from "./real-rows";

/** Complex rows, in groups of four. */
export function fourierComplexRows(args: usize, first: i32, last: i32, scratch: usize): void {
  const job = changetype<RowsJob>(args);
  const groups = <i32>job.groups;
  const end = min(last * groups, (<i32>job.rows + 3) / 4);
  complexRows(job, <usize>job.from, <usize>job.to, first * groups, end, scratch);
}

/** Real rows to half rows, in groups of eight. */
export function fourierRealRows(args: usize, first: i32, last: i32, scratch: usize): void {
  const job = changetype<RowsJob>(args);
  const groups = <i32>job.groups;
  const end = min(last * groups, (<i32>job.rows + 7) / 8);
  realRows(job, <usize>job.from, <usize>job.to, first * groups, end, scratch);
}

/** Half rows to real rows, in groups of eight. */
export function fourierHalfRows(args: usize, first: i32, last: i32, scratch: usize): void {
  const job = changetype<RowsJob>(args);
  const groups = <i32>job.groups;
  const end = min(last * groups, (<i32>job.rows + 7) / 8);
  halfRows(job, <usize>job.from, <usize>job.to, first * groups, end, scratch);
}

/** Columns, in groups of sixteen. */
export function fourierColumns(args: usize, first: i32, last: i32, scratch: usize): void {
  const job = changetype<ColumnsJob>(args);
  const groups = <i32>job.groups;
  const end = min(last * groups, <i32>job.slabs * columnGroups(<i32>job.columns));
  columns(job, <usize>job.from, <usize>job.to, first * groups, end, scratch);
}

/** Rows and columns of planes, a plane to a block. */
export function fourierPlanes(args: usize, first: i32, last: i32, scratch: usize): void {
  const planes = changetype<PlanesJob>(args);
  const across = changetype<RowsJob>(args + planesJobBytes);
  const down = changetype<ColumnsJob>(args + planesJobBytes + rowsJobBytes);
  const rows = <i32>across.rows;
  const groups = columnGroups(<i32>down.columns);
  for (let block = first; block < last; block++) {
    const from = <usize>across.from + <usize>block * <usize>planes.fromPitch;
    const to = <usize>across.to + <usize>block * <usize>planes.toPitch;
    if (planes.kind == 2) {
      columns(down, from, from, 0, groups, scratch);
      halfRows(across, from, to, 0, (rows + 7) / 8, scratch);
    } else {
      if (planes.kind == 1) complexRows(across, from, to, 0, (rows + 3) / 4, scratch);
      else realRows(across, from, to, 0, (rows + 7) / 8, scratch);
      columns(down, to, to, 0, groups, scratch);
    }
  }
}
