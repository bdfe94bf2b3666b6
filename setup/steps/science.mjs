import path from "node:path";
import { hashOf } from "../support/files.mjs";
import { ask, runQuietly } from "../support/run.mjs";
import { during, SetupError } from "../support/say.mjs";
import { once } from "../support/stamp.mjs";

/**
 * numpy, scipy, mrcfile and healpy, pinned, in the private environment: what golden numbers are made with and benchmarks measured beside.
 * @param {import("../support/paths.mjs").Workspace} workspace
 */
export function ensureScience(workspace) {
  const requirements = path.join(workspace.root, "test", "golden", "requirements.txt");
  return once(workspace, {
    name: "environment-golden",
    inputs: hashOf({ files: [requirements] }),
    stands: () => ask(workspace.pythonExe, ["-c", "import numpy, scipy, mrcfile, healpy"]) !== undefined,
    work: () =>
      during("numpy and scipy", async (note) => {
        const log = path.join(workspace.logs, "golden-pip.log");
        const words = [
          "-m",
          "pip",
          "install",
          "--disable-pip-version-check",
          "--no-input",
          "-r",
          requirements,
        ];
        const { ok } = await runQuietly(workspace.pythonExe, words, { cwd: workspace.root, log, note });
        if (!ok)
          throw new SetupError(
            `pip could not install test/golden/requirements.txt: read the reason in ${log}.`,
          );
      }),
  });
}
