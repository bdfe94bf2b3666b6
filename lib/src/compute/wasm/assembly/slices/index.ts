export { gatherSlices } from "./gather";
export { emptySliceGrid, fillSliceGrid } from "./grid";
export { insertSlices } from "./insert";
