import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { kernelMain } from "../support/kernel-path.js";

test.each([
  [[]],
  [["one.json", "two.json"]],
  [["--startup", "module"]],
  [["c.json", "--engine", "v9"]],
  [["c.json", "--unknown"]],
])("the command line %j is refused with the right one", (words) => {
  const { status, stderr } = spawnSync(process.execPath, [kernelMain, ...words], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toBe(
    "usage: vitrine-kernel CONNECTION_FILE [--engine repl|tslab] [--check off|warn|strict] [--startup MODULE]...\n",
  );
});
