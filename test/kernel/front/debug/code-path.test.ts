import { expect, test } from "vitest";
import { cellFiles, codePath, isCodePath, murmur2 } from "../../../../kernel/src/front/debug/code-path.js";

test.each([
  ["", 0, 0],
  ["a", 17, 834694889],
  ["ab", 17, 778022373],
  ["abc", 17, 2128317430],
  ["abcd", 17, 2547506279],
  ["const x = 1;\nx + 1", 1448366670, 1826913600],
  ["π = 3.14159 // Å", 1448366670, 85572106],
  ["x".repeat(1000), 0, 1891352362],
])("the hash of %j with %i is the one that JupyterLab's debugger computes", (text, seed, hash) => {
  expect(murmur2(text, seed)).toBe(hash);
});

test("a cell's path is made from its text alone", () => {
  const { tmpFilePrefix, tmpFileSuffix, hashSeed } = cellFiles;
  expect(codePath("1 + 1")).toBe(`${tmpFilePrefix}${murmur2("1 + 1", hashSeed)}${tmpFileSuffix}`);
  expect(codePath("1 + 1")).not.toBe(codePath("1 + 2"));
  expect(isCodePath(codePath("1 + 1"))).toBe(true);
  expect(isCodePath("elsewhere.ts")).toBe(false);
});
