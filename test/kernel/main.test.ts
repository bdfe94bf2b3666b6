import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { kernelMain } from "../support/kernel-path.js";

test.each([[[]], [["one.json", "two.json"]], [["--startup", "module"]]])(
  "the command line %j is refused with the right one",
  (words) => {
    const { status, stderr } = spawnSync(process.execPath, [kernelMain, ...words], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toBe("usage: vitrine-kernel CONNECTION_FILE [--startup MODULE]...\n");
  },
);
