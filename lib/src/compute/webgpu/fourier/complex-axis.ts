import type { Dispatch } from "../device/dispatch.js";
import type { AxisJob, PlanRoom } from "./axis-job.js";
import { bluestein } from "./bluestein.js";
import { isSmooth } from "./lengths.js";
import { passes } from "./passes.js";

/** The dispatches that transform along an axis. */
export function complexAxis(axis: AxisJob, room: PlanRoom): Dispatch[] {
  return isSmooth(axis.length) ? passes(axis, room) : bluestein(axis, room);
}
