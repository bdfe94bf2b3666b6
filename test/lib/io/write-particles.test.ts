import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { opticsGroup, particles, readParticles, readStar, starTable, writeParticles } from "vitrine";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

test("particles are written as RELION reads them, and read again from there", async () => {
  const optics = [
    opticsGroup({ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 }),
  ];
  const count = 257;
  const ramp = (scale: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => Math.sin(i) * scale);
  const all = particles(optics, {
    group: new Int32Array(count),
    images: {
      files: ["a.mrcs"],
      file: new Int32Array(count),
      index: Int32Array.from({ length: count }, (_, i) => i),
    },
    angles: { rotDeg: ramp(180), tiltDeg: ramp(90), psiDeg: ramp(180) },
    shiftA: { x: ramp(3), y: ramp(-2) },
  });
  const path = join(folder, "particles.star");
  await writeParticles(path, all);
  expect(readdirSync(folder)).toEqual(["particles.star"]);
  expect({ ...(await readParticles(path)), source: undefined }).toEqual({ ...all, source: undefined });
  const star = await readStar(path);
  expect(star.comments).toEqual(["version 30001"]);
  expect(starTable(star, "optics").columns["rlnOpticsGroup"]).toEqual(Float64Array.of(1));
  expect(starTable(star, "particles").columns["rlnImageName"]![256]).toBe("000257@a.mrcs");
});
