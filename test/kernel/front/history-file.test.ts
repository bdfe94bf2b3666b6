import { appendFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { HistoryFile } from "../../../kernel/src/front/history-file.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
let count = 0;
const fresh = (): string => join(folder, `made-${++count}`, "history.jsonl");
const silent = (sentence: string): void => expect.unreachable(sentence);
const open = (path: string): HistoryFile => new HistoryFile(path, silent);
const inputs = (path: string): string[] =>
  open(path)
    .others()
    .map(({ input }) => input);

test("what one session wrote the next one reads, with its output", () => {
  const path = fresh();
  const first = open(path);
  first.addInput(1, "const a = `two\nlines`");
  first.addInput(2, "a");
  first.addOutput(2, "'𝓐'");
  expect(open(path).others()).toEqual([
    { session: 1, line: 1, input: "const a = `two\nlines`", output: null },
    { session: 1, line: 2, input: "a", output: "'𝓐'" },
  ]);
});

test("nothing is written before the first line, and nobody else may read it", () => {
  const path = fresh();
  const history = open(path);
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
  history.addInput(1, "secret");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
});

test("sessions are numbered, those that are open at once too", () => {
  const path = fresh();
  const sessions = Array.from({ length: 5 }, () => open(path));
  expect(sessions.map((one) => one.session())).toEqual([1, 2, 3, 4, 5]);
  sessions.forEach((one, i) => one.addInput(1, `from ${i + 1}`));
  expect(sessions[2]!.others().map(({ session }) => session)).toEqual([1, 2, 4, 5]);
});

test("where two take the same number at once, the one that wrote first has it", () => {
  const path = fresh();
  open(path).session();
  const { stringify } = JSON;
  vi.spyOn(JSON, "stringify").mockImplementationOnce((entry) => {
    appendFileSync(path, `\n{"session":2,"kernel":"another"}`); // after the look, before the write
    return stringify(entry);
  });
  onTestFinished(() => void vi.restoreAllMocks());
  expect(open(path).session()).toBe(3);
});

test("half a line, as a crash leaves it, costs that line alone", () => {
  const path = fresh();
  const first = open(path);
  first.addInput(1, "whole");
  first.addInput(2, "torn");
  truncateSync(path, statSync(path).size - 4);
  const second = open(path);
  second.addInput(1, "next");
  expect(inputs(path)).toEqual(["whole", "next"]);
});

test.each([
  "not json",
  "null",
  "[1]",
  '{"session":"1"}',
  '{"session":1,"line":1}',
  '{"session":-1,"line":1,"input":"a"}',
])("a line that is %s is passed over", (line) => {
  const path = fresh();
  mkdirSync(join(path, ".."));
  writeFileSync(path, `{"session":1,"kernel":"k"}\n${line}\n{"session":1,"line":2,"input":"good"}`);
  expect(inputs(path)).toEqual(["good"]);
});

test("a long file is put away once, one old file is kept, and numbers go on", () => {
  const path = fresh();
  const line = "x".repeat(100_000);
  const sessions = Array.from({ length: 60 }, () => {
    const one = open(path);
    one.addInput(1, `${one.session()}: ${line}`);
    return one.session();
  });
  expect(sessions).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  const bytes = statSync(path).size + statSync(`${path}.1`).size;
  expect(bytes).toBeLessThan(4_500_000);
  expect(statSync(`${path}.lock`, { throwIfNoEntry: false })).toBeUndefined();
  const kept = open(path).others();
  expect(kept.length).toBeGreaterThan(19);
  expect(kept.at(-1)!.session).toBe(60);
});

test("one session alone stays within the bound too, and its number is never given again", () => {
  const path = fresh();
  const long = open(path);
  for (let line = 1; line <= 100; line++) long.addInput(line, "y".repeat(100_000));
  expect(statSync(path).size + statSync(`${path}.1`).size).toBeLessThan(4_500_000);
  expect(open(path).session()).toBe(2);
});

test("while another puts the file away, it is written to as it is", () => {
  const path = fresh();
  const first = open(path);
  first.addInput(1, "z");
  writeFileSync(`${path}.lock`, "");
  for (let line = 2; line <= 16; line++) first.addInput(line, "z".repeat(150_000));
  first.addInput(17, "while locked");
  expect(readFileSync(path, "utf8")).toContain("while locked");
  expect(statSync(`${path}.1`, { throwIfNoEntry: false })).toBeUndefined();
});

test("data pasted as code is not kept, a long output is cut", () => {
  const path = fresh();
  const history = open(path);
  history.addInput(1, "[" + "1,".repeat(200_000) + "]");
  history.addInput(2, "long");
  history.addOutput(2, "o".repeat(50_000));
  expect(
    open(path)
      .others()
      .map(({ input, output }) => [input, output?.length]),
  ).toEqual([["long", 4000]]);
});

test.each([
  ["a folder in its place", (path: string) => void mkdirSync(path, { recursive: true })],
  [
    "a file in its folder's place",
    (path: string) => {
      writeFileSync(join(path, ".."), "");
    },
  ],
])("%s is one warning, and nothing fails", (_what, spoil) => {
  const path = fresh();
  spoil(path);
  const warnings: string[] = [];
  const history = new HistoryFile(path, (sentence) => warnings.push(sentence));
  history.addInput(1, "a");
  history.addInput(2, "b");
  history.addOutput(2, "c");
  expect(history.others()).toEqual([]);
  expect(history.session()).toBe(1);
  expect(warnings).toEqual([expect.stringMatching(/^history is not kept: /)]);
});

test.runIf(process.platform === "linux")("a full disk is one warning", () => {
  const warnings: string[] = [];
  const history = new HistoryFile("/dev/full", (sentence) => warnings.push(sentence));
  for (let line = 1; line < 4; line++) history.addInput(line, "a");
  expect(warnings).toEqual([expect.stringContaining("ENOSPC")]);
});
