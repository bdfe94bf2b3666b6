import fc from "fast-check";
import { expect, test } from "vitest";
import { arena } from "../../../../lib/src/compute/memory/arena.js";

test("pieces are aligned, lie within the memory and never overlap, whatever is taken and given back", () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.constant("free" as const)), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(steps, (wanted) => {
      let end = 4096;
      const pieces = arena(100, end, (next) => {
        if (next > 100_000) return false;
        end = Math.max(end, next);
        return true;
      });
      const given: { start: number; bytes: number }[] = [];
      for (const step of wanted) {
        if (step === "free") {
          const gone = given.shift();
          if (gone !== undefined) expect(pieces.free(gone.start)).toBeGreaterThanOrEqual(gone.bytes);
          continue;
        }
        const start = pieces.allocate(step);
        if (start === undefined) continue;
        expect(start % 64).toBe(0);
        expect(start).toBeGreaterThanOrEqual(100);
        expect(start + step).toBeLessThanOrEqual(end);
        for (const { start: other, bytes } of given) {
          expect(start + step <= other || other + bytes <= start).toBe(true);
        }
        given.push({ start, bytes: step });
      }
      for (const { start } of given) pieces.free(start);
      expect(pieces.empty).toBe(true);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test("what was given back is given out again before the memory grows", () => {
  let grown = 0;
  const pieces = arena(0, 0, () => {
    grown++;
    return true;
  });
  const [a, b] = [pieces.allocate(640)!, pieces.allocate(640)!];
  pieces.free(a);
  pieces.free(b);
  expect(pieces.allocate(1280)).toBe(a);
  expect(grown).toBe(2);
});

test("remembers how far pieces ever reached", () => {
  const pieces = arena(0, 1 << 16, () => false);
  const [a, b] = [pieces.allocate(640)!, pieces.allocate(64)!];
  expect(pieces.highest).toBe(b + 64);
  pieces.free(a);
  pieces.free(b);
  pieces.allocate(64);
  expect(pieces.highest).toBe(b + 64);
});

test("freeing twice or at a place never given changes nothing", () => {
  const pieces = arena(0, 1 << 16, () => false);
  const a = pieces.allocate(64)!;
  expect(pieces.free(a + 64)).toBe(0);
  expect(pieces.free(a)).toBe(64);
  expect(pieces.free(a)).toBe(0);
});

test("says so when nothing fits", () => {
  expect(arena(0, 128, () => false).allocate(129)).toBeUndefined();
});
