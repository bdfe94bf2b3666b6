import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kernelMain } from "../../support/kernel-path.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };

test.each([
  ["without a key", JSON.stringify({ ip: "127.0.0.1", key: "", ...ports }), "key: got nothing"],
  ["that is no JSON", "{", "not JSON"],
  ["with an address that is not ours", JSON.stringify({ ip: "192.0.2.1", key: "k", ...ports }), "192.0.2.1"],
])("a connection file %s ends the kernel with one line", (_name, text, sentence) => {
  const file = join(folder, "connection.json");
  writeFileSync(file, text, { mode: 0o600 });
  const { status, stderr } = spawnSync(process.execPath, [kernelMain, file], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(sentence);
});

test("a connection file that is missing is named", () => {
  const { status, stderr } = spawnSync(process.execPath, [kernelMain, join(folder, "none.json")], {
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain("none.json");
});
