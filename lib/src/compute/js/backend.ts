import type { Backend } from "../backend.js";
import { requireRange } from "../jobs/check-array-job.js";
import { clearArray } from "./arrays/clear.js";
import { multiplyArrays } from "./arrays/multiply.js";
import { resampleArray } from "./arrays/resample.js";
import { shiftArrays } from "./arrays/shift.js";
import { fourier } from "./fourier.js";
import { allocateArray, numbersOf, releaseArray } from "./residents.js";
import { gatherSlices } from "./slices/gather.js";
import { emptyGrid, fillGrid, sliceGrid } from "./slices/grid.js";
import { insertSlices } from "./slices/insert.js";

/**
 * The reference backend: plain TypeScript on the calling thread, arithmetic in double precision, results in single. Works
 * everywhere; long jobs let the thread breathe.
 */
export function jsBackend(): Backend {
  return {
    name: "js",
    device: "1 thread of plain TypeScript",
    // results are rounded to float32 once per pass, half of 2^-23 each
    tolerance: 2e-7,
    allocate: allocateArray,
    release(...arrays) {
      arrays.forEach(releaseArray);
    },
    write(to, numbers, at = 0) {
      requireRange("write", to, at, numbers.length);
      numbersOf(to).set(numbers, at);
    },
    async read(from, into, at = 0) {
      requireRange("read", from, at, into.length);
      into.set(numbersOf(from).subarray(at, at + into.length));
      return into;
    },
    clear: clearArray,
    fourier,
    multiply: multiplyArrays,
    shift: shiftArrays,
    resample: resampleArray,
    sliceGrid,
    fillGrid,
    emptyGrid,
    gatherSlices,
    insertSlices,
  };
}
