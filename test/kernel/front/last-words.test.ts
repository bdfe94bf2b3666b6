import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { LastWords } from "../../../kernel/src/front/last-words.js";
import { temporaryFolder } from "../../support/temporary.js";

const low = { used: 50e6, most: 500e6 };
let folder: string;
let connection: string;
beforeEach(() => {
  folder = temporaryFolder();
  connection = join(folder, "kernel-1.json");
  writeFileSync(connection, "{}");
});

/** Number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ["-e", ""]).pid;
const leave = (note: object): void => writeFileSync(`${connection}.last`, JSON.stringify(note));

test.each([
  [
    { cell: 12, memory: { heap: { used: 480e6, most: 537e6 }, process: low } },
    "while cell 12 ran: it ran out of memory, with 480 of 537 MB of JavaScript's heap in use",
  ],
  [
    { cell: 3, memory: { heap: low, process: { used: 900e6, most: 1000e6 } } },
    "while cell 3 ran: it ran out of memory, with 900 of 1000 MB of the memory that it may have in use",
  ],
  [{ cell: 4, memory: { heap: low, process: low } }, "while cell 4 ran: a signal or a crash ended it"],
  [{ memory: {} }, "while no cell ran: a signal or a crash ended it"],
])("a note that was left says why the kernel before ended", (note, reason) => {
  leave({ pid: ended(), ...note });
  expect(new LastWords(connection).ofPredecessor).toBe(
    `the kernel before this one ended without a goodbye ${reason}; its variables are gone\n`,
  );
});

test("no note, a damaged one, and one of a kernel that lives say nothing", () => {
  expect(new LastWords(connection).ofPredecessor).toBeUndefined();
  for (const text of ["", "null", "[1]", '{"pid":"x"}', "{"]) {
    writeFileSync(`${connection}.last`, text);
    expect(new LastWords(connection).ofPredecessor).toBeUndefined();
  }
  leave({ pid: process.pid, cell: 1, memory: {} });
  expect(new LastWords(connection).ofPredecessor).toBeUndefined();
});

test("a note is there until the goodbye, and not again after it", () => {
  const words = new LastWords(connection);
  words.note(1, { heap: low, process: low });
  expect(existsSync(`${connection}.last`)).toBe(true);
  words.goodbye();
  words.note(2, { heap: low, process: low });
  expect(readdirSync(folder)).toEqual(["kernel-1.json"]);
});

test("notes whose connection file is gone are swept away, others stay", () => {
  writeFileSync(join(folder, "kernel-2.json.last"), "{}");
  writeFileSync(join(folder, "kernel-3.json"), "{}");
  writeFileSync(join(folder, "kernel-3.json.last"), "{}");
  writeFileSync(join(folder, "notes.last"), "mine");
  new LastWords(connection);
  expect(readdirSync(folder).sort()).toEqual([
    "kernel-1.json",
    "kernel-3.json",
    "kernel-3.json.last",
    "notes.last",
  ]);
});
