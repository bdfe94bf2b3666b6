import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeKernelspec } from "../../../kernel/src/install/index.js";

let prefix = "";
beforeEach(() => {
  prefix = mkdtempSync(join(tmpdir(), "spec ö "));
});
afterEach(() => rmSync(prefix, { recursive: true }));

const spec = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as Record<string, unknown>;

test("the spec stands where Jupyter looks, whole, with nothing left beside", () => {
  const folder = writeKernelspec(prefix, { main: "/a ö/main.js" });
  expect(folder).toBe(join(prefix, "share/jupyter/kernels/vitrine"));
  expect(readdirSync(folder).sort()).toEqual(["kernel.json", "logo-svg.svg"]);
  expect(spec(folder)).toEqual({
    argv: [
      process.execPath,
      "--no-force-async-hooks-checks",
      "--expose-internals",
      "/a ö/main.js",
      "{connection_file}",
    ],
    display_name: "TypeScript (Vitrine)",
    language: "typescript",
    interrupt_mode: "message",
    metadata: { debugger: true, supported_encryption: ["curve"] },
  });
});

test("it starts the kernel that lies beside it", () => {
  const [, , , main] = spec(writeKernelspec(prefix))["argv"] as string[];
  expect(main).toMatch(/kernel\/src\/main\.js$/);
});

test("written again it is replaced", () => {
  writeKernelspec(prefix, { displayName: "old" });
  const startup = ["@vitrine/widgets/host", "/my ö/x.js"];
  const folder = writeKernelspec(prefix, { nodePath: "/opt/node 20/bin/node", startup });
  const { argv, display_name } = spec(folder) as { argv: string[]; display_name: string };
  expect(display_name).toBe("TypeScript (Vitrine)");
  expect(argv[0]).toBe("/opt/node 20/bin/node");
  expect(argv.slice(4)).toEqual(["{connection_file}", "--startup", startup[0], "--startup", startup[1]]);
});

test("another engine stands beside, under a name of its own", () => {
  writeKernelspec(prefix);
  const folder = writeKernelspec(prefix, { engine: "tslab" });
  expect(readdirSync(join(prefix, "share/jupyter/kernels")).sort()).toEqual(["vitrine", "vitrine-tslab"]);
  const { argv, display_name, metadata } = spec(folder) as {
    argv: string[];
    display_name: string;
    metadata: object;
  };
  expect(display_name).toBe("TypeScript (Vitrine, tslab)");
  expect(metadata).toMatchObject({ debugger: false });
  expect(argv.slice(4)).toEqual(["{connection_file}", "--engine", "tslab"]);
});

test.each([
  ["strict", ["{connection_file}", "--check", "strict"]],
  ["warn", ["{connection_file}"]],
] as const)("how types are checked is said where it is not as usual: %s", (check, words) => {
  const { argv } = spec(writeKernelspec(prefix, { check })) as { argv: string[] };
  expect(argv.slice(4)).toEqual(words);
});

test("a failure leaves no half-written file", () => {
  const folder = join(prefix, "share/jupyter/kernels/vitrine");
  mkdirSync(join(folder, "kernel.json"), { recursive: true });
  expect(() => writeKernelspec(prefix)).toThrow();
  expect(readdirSync(folder).sort()).toEqual(["kernel.json", "logo-svg.svg"]);
});

test("the logo is one self-contained drawing", () => {
  const path = join(writeKernelspec(prefix), "logo-svg.svg");
  expect(existsSync(path)).toBe(true);
  const svg = readFileSync(path, "utf8");
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 64 64">/);
  expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script/);
});
