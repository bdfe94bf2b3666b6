import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { randomRotation, seeded } from "vitrine";
import { measureBeside } from "../bench/support/beside.js";
import type { Comparison } from "../bench/support/beside.js";
import { cCommand, pythonCommand } from "../bench/support/commands.js";
import { resident } from "../bench/support/engine.js";
import type { Command, StartEngine } from "../bench/support/engine.js";
import { program } from "../bench/support/program.js";
import { noiseArray } from "../bench/serve/serve.js";
import { readPoses, writePoses } from "../bench/maps/poses.js";
import { temporaryFolder } from "../support/temporary.js";
import { plant, setupModule } from "../support/workspace.js";

const folder = temporaryFolder();

/** A script that answers as engines do: it is ready with a check, then gives these times one after the other. */
function engine(name: string, check: number, times: readonly number[]): Command {
  const text = `console.log(JSON.stringify({ ready: "${name}", check: ${check} }));
    const times = ${JSON.stringify(times)};
    require("node:readline").createInterface(process.stdin).on("line", () =>
      console.log(JSON.stringify({ ms: times.shift() })));`;
  return script(name, text);
}

function script(name: string, text: string): Command {
  plant(folder, { [`${name}.cjs`]: text });
  return { program: process.execPath, words: [join(folder, `${name}.cjs`)] };
}

function comparison(ours: StartEngine, peers: Readonly<Record<string, StartEngine>>): Comparison {
  return {
    name: "some-row",
    size: "8 x 8",
    threads: 1,
    ours,
    peers: Object.entries(peers).map(([name, start]) => ({ name, start })),
    calls: 2,
    repetitions: 3,
    warmUps: 1,
    agreement: 1e-3,
  };
}

test("engines take turns: a row per peer with the median or the best of the times after the warm-up", async () => {
  const compared = comparison(resident(engine("ours", 10, [99, 5, 1, 3])), {
    quick: resident(engine("quick", 10.005, [99, 2, 7, 4])),
    absent: resident({ program: join(folder, "nowhere"), words: [] }),
    uncompiled: resident(undefined),
    "not installed": resident(script("lacking", 'console.log(JSON.stringify({ missing: "scipy" }))')),
  });
  const rows = await measureBeside(compared, "median");
  const [quick, ...missing] = rows;
  const memory = process.platform === "linux" ? expect.any(Number) : null;
  const common = { name: "some-row", size: "8 x 8", threads: 1, oursMs: 3, oursMb: memory };
  expect(quick).toEqual({ ...common, peer: "quick", peerMs: 4, peerMb: memory, ratio: 0.75 });
  for (const [k, peer] of ["absent", "uncompiled", "not installed"].entries())
    expect(missing[k]).toEqual({ ...common, peer, peerMs: null, peerMb: null, ratio: null });
  const [best] = await measureBeside(compared, "best");
  expect(best).toMatchObject({ oursMs: 1, peerMs: 2, ratio: 0.5 });
});

test("a peer that computes something else is not compared, and one that gives up says why", async () => {
  const ours = resident(engine("ours", 10, [1, 1, 1, 1]));
  const other = comparison(ours, { other: resident(engine("other", 10.02, [1, 1, 1, 1])) });
  await expect(measureBeside(other, "median")).rejects.toThrow(
    "some-row: other computes something else, its check is 10.02 and ours 10",
  );
  const broken = comparison(ours, { broken: resident(script("broken", 'throw new Error("no plan")')) });
  await expect(measureBeside(broken, "median")).rejects.toThrow("no plan");
  await expect(measureBeside(comparison(resident(undefined), {}), "median")).rejects.toThrow(
    "some-row: ours did not start",
  );
});

test("a peer that dies on the way drops out with what it did until then; ours may not", async () => {
  const dying = (name: string): Command =>
    script(
      name,
      `console.log(JSON.stringify({ ready: "${name}", check: 10 }));
      let left = 3;
      require("node:readline").createInterface(process.stdin).on("line", () =>
        left-- > 0 ? console.log(JSON.stringify({ ms: 6 })) : process.exit(3));`,
    );
  const ours = resident(engine("ours", 10, [99, 5, 1, 3]));
  const [row] = await measureBeside(comparison(ours, { dying: resident(dying("dying")) }), "median");
  expect(row).toMatchObject({ oursMs: 3, peerMs: 6, ratio: 0.5 });
  await expect(measureBeside(comparison(resident(dying("ours-dying")), {}), "median")).rejects.toThrow();
});

test("a program that works from file to file is timed from its start to its end", async () => {
  const nap = script("nap", "const held = Buffer.alloc(1e8, 1); setTimeout(() => held, 300)");
  const started = (await program(nap, () => Promise.resolve(7))())!;
  expect(started.check).toBe(7);
  expect(await started.time(1)).toBeGreaterThan(300);
  if (process.platform === "linux") expect(started.peakMb()).toBeGreaterThan(100);
  const absent = { program: join(folder, "nowhere"), words: [] };
  expect(await program(absent, () => Promise.reject(new Error("not asked")))()).toBeUndefined();
  const failing = script("failing", 'console.error("no such map"); process.exit(3)');
  await expect(program(failing, () => Promise.resolve(0))()).rejects.toThrow("no such map");
});

test("the peers' transforms are those of the noise that all work on", async ({ skip }) => {
  const words = ["real", 1, 2, 3, 6];
  const commands = [
    cCommand("fourier/fftw.c", ["fftw3f_threads", "fftw3f"], ...words),
    pythonCommand("fourier/transforms.py", "scipy", ...words),
    pythonCommand("fourier/transforms.py", "numpy", ...words),
  ];
  const engines = await Promise.all(commands.map((command) => resident(command)()));
  const there = engines.filter((each) => each !== undefined);
  for (const each of there) {
    expect(each.check).toBeCloseTo(checkOfTransforms(2, 3, 6), 4);
    expect(await each.time(2)).toBeGreaterThan(0);
    await each.close();
  }
  if (there.length === 0) skip("neither FFTW nor scipy nor numpy is installed");
});

/** From the definition, in double precision. */
function checkOfTransforms(batch: number, ny: number, nx: number): number {
  const data = noiseArray(batch * ny * nx);
  const weights = noiseArray(2 * batch * ny * (Math.floor(nx / 2) + 1));
  let at = 0;
  let sum = 0;
  for (let one = 0; one < batch; one++)
    for (let v = 0; v < ny; v++)
      for (let u = 0; u <= nx / 2; u++, at += 2)
        for (let y = 0; y < ny; y++)
          for (let x = 0; x < nx; x++) {
            const angle = -2 * Math.PI * ((u * x) / nx + (v * y) / ny);
            const value = data[(one * ny + y) * nx + x]!;
            sum += value * (Math.cos(angle) * weights[at]! + Math.sin(angle) * weights[at + 1]!);
          }
  return sum;
}

test("plain C reads and adds central slices, with one thread as with two", async ({ skip }) => {
  if (spawnSync("cc", ["--version"]).status !== 0) skip("there is no C compiler");
  for (const way of ["gather", "scatter"]) {
    const checks = [1, 2, 3].map(async (threads) => {
      const started = (await resident(cCommand("slices/slices.c", [], way, threads, 16, 8, 3, 20))())!;
      await started.close();
      return started.check;
    });
    const [one, ...more] = await Promise.all(checks);
    expect(one).not.toBe(0);
    for (const check of more) expect(check).toBeCloseTo(one!, 5);
  }
});

test("poses go through a STAR file and come back", () => {
  const rotations = Array.from({ length: 20 }, (_, i) => randomRotation(seeded(3).item(i)));
  const file = join(folder, "poses.star");
  writePoses(file, rotations, { images: "/somewhere/images.mrcs", boxSizePx: 32, pixelSizeA: 2 });
  const back = readPoses(file);
  expect(back).toHaveLength(20);
  // angles are written to 1e-6 degrees
  for (const [i, { rotation }] of back.entries())
    for (const [k, value] of rotation.entries()) expect(value).toBeCloseTo(rotations[i]![k]!, 7);
});

test("rows are asked for by group or by part of their name", async () => {
  interface Group {
    readonly group: string;
  }
  const { wantedRows } = await setupModule<{
    wantedRows(
      groups: readonly Group[],
      names: readonly string[],
    ): { group: Group; only(name: string): boolean }[];
  }>("support/wanted.mjs");
  const groups = [{ group: "fourier" }, { group: "slices" }];
  const asked = (names: readonly string[]): string[] =>
    wantedRows(groups, names).flatMap(({ group, only }) =>
      ["fft2d-r1024", "fft3d-r128"].filter(only).map((name) => `${group.group} ${name}`),
    );
  expect(asked([])).toHaveLength(4);
  expect(asked(["fourier"])).toEqual(["fourier fft2d-r1024", "fourier fft3d-r128"]);
  expect(asked(["fft3d"])).toEqual(["fourier fft3d-r128", "slices fft3d-r128"]);
  expect(asked(["slices", "fft2d"])).toEqual([
    "fourier fft2d-r1024",
    "slices fft2d-r1024",
    "slices fft3d-r128",
  ]);
  expect(asked(["nothing"])).toEqual([]);
});

test("benchmark rows become a table that names missing peers", async () => {
  const { benchTable } = await setupModule<{ benchTable(rows: object[]): string }>("support/table.mjs");
  const row = {
    name: "rfft",
    size: "512x512",
    threads: 2,
    oursMs: 1.23456,
    oursMb: 98.7,
    peer: "scipy",
    peerMs: 2.5,
    peerMb: 120.4,
    ratio: 0.49,
  };
  const missing = { ...row, name: "kernel start", peerMs: null, peerMb: null, ratio: null };
  const memory = { ...row, name: "at rest", oursMs: null, peerMs: null };
  expect(benchTable([row, missing, memory]).split("\n")).toEqual([
    "name          size     threads  ours ms  ours MB  peer         peer ms  peer MB  ratio",
    "rfft          512x512        2    1.235       99  scipy          2.500      120   0.49",
    "kernel start  512x512        2    1.235       99  scipy  not installed",
    "at rest       512x512        2                99  scipy                     120   0.49",
  ]);
});
