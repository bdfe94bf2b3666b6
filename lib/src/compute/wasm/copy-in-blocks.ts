import type { Task } from "../../core/index.js";
import type { Engine } from "./engine.js";

/** Numbers copied between two looks at the event loop: 16 MB, a few milliseconds even where pages are fresh. */
const blockLength = 2 ** 22;

/** Copies plain numbers into the kernels' memory at `pointer` and lets the event loop breathe. */
export async function copyIn(
  engine: Engine,
  pointer: number,
  numbers: Float32Array,
  task: Task,
): Promise<void> {
  await inBlocks(numbers, task, (block, at) => engine.floats(pointer + 4 * at, block.length).set(block));
}

/** Copies numbers at `pointer` out of the kernels' memory and lets the event loop breathe. */
export async function copyOut(
  engine: Engine,
  pointer: number,
  into: Float32Array,
  task: Task,
): Promise<void> {
  await inBlocks(into, task, (block, at) => block.set(engine.floats(pointer + 4 * at, block.length)));
}

async function inBlocks(
  numbers: Float32Array,
  task: Task,
  copy: (block: Float32Array, at: number) => void,
): Promise<void> {
  for (let at = 0; at < numbers.length; at += blockLength) {
    copy(numbers.subarray(at, at + blockLength), at);
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}
