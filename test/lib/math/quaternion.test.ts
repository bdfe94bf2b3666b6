import { expect, test } from "vitest";
import { quaternionFromRotation, randomRotation, rotationFromQuaternion } from "vitrine/math";
import type { Quaternion } from "vitrine/math";
import { seeded } from "vitrine/core";

const close = (a: readonly number[], b: readonly number[]): void =>
  a.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 12));

test("there and back is the same rotation", () => {
  for (let i = 0; i < 100; i++) {
    const rotation = randomRotation(seeded(3).item(i));
    close(rotationFromQuaternion(quaternionFromRotation(rotation)), rotation);
  }
});

test.each<[string, Quaternion]>([
  ["x", [0, 1, 0, 0]],
  ["y", [0, 0, 1, 0]],
  ["z", [0, 0, 0, 1]],
])("a half turn about %s keeps its digits", (_, half) => {
  close(quaternionFromRotation(rotationFromQuaternion(half)), half);
});

test("a turn about z by the right-hand rule, of any length of quaternion", () => {
  const angle = Math.PI / 3;
  const rotation = rotationFromQuaternion([2 * Math.cos(angle / 2), 0, 0, 2 * Math.sin(angle / 2)]);
  close(rotation, [Math.cos(angle), -Math.sin(angle), 0, Math.sin(angle), Math.cos(angle), 0, 0, 0, 1]);
});

test("no rotation from nothing", () => {
  expect(() => rotationFromQuaternion([0, 0, 0, 0])).toThrow("quaternion: got [0, 0, 0, 0]");
});
