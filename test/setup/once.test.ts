import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plant, setupModule } from "../support/workspace.js";

interface Step {
  name: string;
  inputs: string;
  stands: () => boolean;
  work: () => Promise<void>;
}
const { once } = await setupModule<{ once(workspace: { stamps: string }, step: Step): Promise<boolean> }>(
  "support/stamp.mjs",
);
const { filesBelow, hashOf, replaceFolder, writeWhole } = await setupModule<{
  filesBelow(folder: string): string[];
  hashOf(of: { texts?: string[]; files?: string[] }): string;
  replaceFolder(from: string, to: string): void;
  writeWhole(file: string, text: string): void;
}>("support/files.mjs");

const folder = temporaryFolder();

/** A step that counts how often it worked. */
function counting(name: string): {
  done: number;
  run(inputs: string, change?: Partial<Step>): Promise<boolean>;
} {
  const step = {
    done: 0,
    run: (inputs: string, change: Partial<Step> = {}) =>
      once(
        { stamps: join(folder, "stamps") },
        { name, inputs, stands: () => true, work: () => Promise.resolve(void step.done++), ...change },
      ),
  };
  return step;
}

test("works once for each state of the inputs", async () => {
  const step = counting("inputs");
  expect(await step.run("one")).toBe(true);
  expect(await step.run("one")).toBe(false);
  expect(await step.run("two")).toBe(true);
  expect(await step.run("one")).toBe(true);
  expect(step.done).toBe(3);
});

test("works again when the result is gone", async () => {
  const step = counting("gone");
  await step.run("one");
  expect(await step.run("one", { stands: () => false })).toBe(true);
});

test("works again after a failure, also with inputs that once were good", async () => {
  const step = counting("failure");
  await step.run("one");
  const failing = { work: () => Promise.reject(new Error("cut short")) };
  await expect(step.run("two", failing)).rejects.toThrow("cut short");
  expect(await step.run("one")).toBe(true);
});

test("a hash tells apart what files hold, what they are called and whether they are there", () => {
  plant(folder, { "hash/a": "1", "hash/b": "1", "hash/c": "2" });
  const of = (...names: string[]): string =>
    hashOf({ files: names.map((name) => join(folder, "hash", name)) });
  const all = [of("a"), of("b"), of("c"), of("a", "b"), of("missing"), hashOf({ texts: ["1"] }), hashOf({})];
  expect(new Set(all).size).toBe(all.length);
  expect(of("a")).toBe(of("a"));
});

test("a folder is replaced as a whole, and nothing is left beside it", () => {
  plant(folder, { "new/deep/x": "new", "place/old": "old" });
  replaceFolder(join(folder, "new"), join(folder, "place"));
  expect(filesBelow(join(folder, "place"))).toEqual(["deep/x"]);
  writeWhole(join(folder, "place", "far", "y"), "text");
  expect(readFileSync(join(folder, "place", "far", "y"), "utf8")).toBe("text");
  expect(filesBelow(folder).filter((name) => name.includes(".part"))).toEqual([]);
  expect(existsSync(join(folder, "new"))).toBe(true);
});
