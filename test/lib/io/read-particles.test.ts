import { join } from "node:path";
import { expect, test } from "vitest";
import { readParticles } from "vitrine";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

test("a file that is not there, or is none of particles, is one clear error", async () => {
  await expect(readParticles(join(folder, "none.star"))).rejects.toThrow("no such file or folder");
  await expect(readParticles(new TextEncoder().encode("data_job\n_rlnJobType 1\n"))).rejects.toThrow(
    "data_particles: got blocks data_job, wanted a table of particles (readStar reads any table)",
  );
});
