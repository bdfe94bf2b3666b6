import { startTask } from "../../../core/index.js";
import type { Resident } from "../../resident.js";
import { numbersOf } from "../residents.js";

/** Numbers between two breaths: about 2 ms. */
const blockLength = 2 ** 22;

/** Sets all numbers to 0. */
export async function clearArray(array: Resident): Promise<void> {
  const numbers = numbersOf(array);
  const task = startTask();
  for (let start = 0; start < numbers.length; start += blockLength) {
    numbers.fill(0, start, start + blockLength);
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}
