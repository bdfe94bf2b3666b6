import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { image, writeImage } from "vitrine";
import { writeAtomically } from "../../../lib/src/io/node/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const root = temporaryFolder();
let folder: string;
let path: string;
let number = 0;
beforeEach(() => {
  folder = join(root, String(number++));
  mkdirSync(folder);
  path = join(folder, "map.mrc");
  writeFileSync(path, "old");
});
/** Whatever happened: one file, and nothing beside it. */
afterEach(() => expect(readdirSync(folder)).toEqual(["map.mrc"]));
const old = () => readFileSync(path, "utf8");

test("the file is the chunks one behind the other", async () => {
  await writeAtomically(path, [Buffer.from("ab"), Buffer.from(""), Buffer.from("c")], { totalBytes: 3 });
  expect(old()).toBe("abc");
});

test("the old file is there until the last byte is written", async () => {
  async function* chunks() {
    yield Buffer.from("new");
    await Promise.resolve();
    expect(old()).toBe("old");
    expect(readdirSync(folder)).toHaveLength(2);
  }
  await writeAtomically(path, chunks(), { totalBytes: 3 });
  expect(old()).toBe("new");
});

test("if making the bytes fails, the old file stays and nothing else", async () => {
  function* chunks() {
    yield Buffer.from("new");
    throw new Error("broke down");
  }
  await expect(writeAtomically(path, chunks(), { totalBytes: 3 })).rejects.toThrow("broke down");
  expect(old()).toBe("old");
});

test("stopped half-way, the old file stays and nothing else", async () => {
  const picture = image(new Float32Array(2048 * 2048), { shape: [2048, 2048], pixelSizeA: 1 });
  const control = new AbortController();
  const onProgress = () => control.abort(new Error("stopped"));
  await expect(writeImage(path, picture, { signal: control.signal, onProgress })).rejects.toThrow("stopped");
  expect(old()).toBe("old");
});

const canLimit = existsSync("/usr/bin/prlimit");
test.skipIf(!canLimit)(
  "a disk that fills up leaves the old file, and the error says how much is needed",
  async () => {
    const limit = (bytes: string) =>
      execFileSync("prlimit", ["--pid", String(process.pid), `--fsize=${bytes}:unlimited`]);
    limit("1000000");
    const picture = image(new Float32Array(1024 * 1024), { shape: [1024, 1024], pixelSizeA: 1 });
    try {
      await expect(writeImage(path, picture)).rejects.toThrow(
        /got a limit on the size of files, wanted a place to write to \(4195328 bytes are needed; nothing was changed\)/,
      );
    } finally {
      limit("unlimited");
    }
    expect(old()).toBe("old");
  },
);

test("a folder that is not there, or a file in the folder's place", async () => {
  const to = (target: string) => writeAtomically(target, [Buffer.from("x")], { totalBytes: 1 });
  await expect(to(join(folder, "none", "map.mrc"))).rejects.toThrow(/got no such file or folder/);
  await expect(to(join(path, "map.mrc"))).rejects.toThrow(/not a folder/);
  await expect(to(folder)).rejects.toMatchObject({ name: "FileError" });
});

test("a folder that may not be written to", async () => {
  const asRoot = process.getuid?.() === 0;
  chmodSync(folder, asRoot ? 0o755 : 0o500);
  if (asRoot) process.seteuid!(65534); // root may write anywhere; nobody may not
  try {
    await expect(writeAtomically(path, [Buffer.from("x")], { totalBytes: 1 })).rejects.toThrow(
      /got no permission/,
    );
  } finally {
    if (asRoot) process.seteuid!(0);
    chmodSync(folder, 0o700);
  }
});
