import { expect, test } from "vitest";
import { collectCall } from "../../../kernel/src/messages/index.js";
import { offerCollection } from "../../../kernel/src/session/collect-garbage.js";

/** What the heap holds while a large list is alive in here, in bytes. */
function heapWithList(): number {
  const list = Array.from({ length: 30 }, () => new Array<number>(1e5).fill(1.5));
  const used = process.memoryUsage().heapUsed;
  return list.length === 30 ? used : 0;
}

test("garbage is collected at once, in the middle of the code that runs", () => {
  offerCollection();
  const collect = (globalThis as Record<symbol, unknown>)[Symbol.for(collectCall)] as () => void;
  const full = heapWithList();
  collect();
  expect(full - process.memoryUsage().heapUsed).toBeGreaterThan(15e6);
});
