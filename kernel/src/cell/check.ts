import { checkModes, type CheckMode } from "../messages/index.js";
import { cellHost } from "./host.js";

/**
 * Says what is done about the types of the cells that follow: `"off"` nothing, `"warn"` they are told on the cell's
 * stderr while it runs, `"strict"` a cell whose types are wrong does not run.
 * @throws RangeError for another word
 */
export function setCheckMode(mode: CheckMode): void {
  if (!checkModes.includes(mode))
    throw new RangeError(`cell.check: got ${JSON.stringify(mode)}, wanted one of ${checkModes.join(", ")}`);
  cellHost().setCheckMode?.(mode);
}
