import path from "node:path";
import { ensureEnvironment } from "./steps/environment.mjs";
import { filesBelow, hashOf } from "./support/files.mjs";
import { alone } from "./support/lock.mjs";
import { workspace } from "./support/paths.mjs";
import { ask, runQuietly, runShown } from "./support/run.mjs";
import { during, main, say, SetupError } from "./support/say.mjs";
import { once } from "./support/stamp.mjs";

const golden = path.join(workspace.root, "test", "golden");
const requirements = path.join(golden, "requirements.txt");

/**
 * `npm run golden` makes the golden numbers anew: every Python script below test/golden, or those whose path holds one of the
 * words given. They come from independent programs, so this is never part of the tests; look at the difference before you keep it.
 */
await main(async () => {
  const words = process.argv.slice(2);
  const scripts = filesBelow(golden)
    .filter((file) => file.endsWith(".py"))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  if (scripts.length === 0)
    throw new SetupError(`No script below test/golden is called ${words.join(" or ")}.`);
  await alone(workspace, async () => {
    await ensureEnvironment(workspace);
    await ensurePackages();
  });
  const failed = [];
  for (const script of scripts) {
    say(script);
    const at = path.join(golden, script);
    const code = await runShown(workspace.pythonExe, [at], { cwd: path.dirname(at) });
    if (code !== 0) failed.push(script);
  }
  say(`${scripts.length - failed.length} of ${scripts.length} scripts ran`);
  return failed.length === 0 ? 0 : 1;
});

/** numpy, scipy and mrcfile, pinned, in the private environment. */
function ensurePackages() {
  return once(workspace, {
    name: "environment-golden",
    inputs: hashOf({ files: [requirements] }),
    stands: () => ask(workspace.pythonExe, ["-c", "import numpy, scipy, mrcfile"]) !== undefined,
    work: () =>
      during("Python packages of the golden numbers", async (note) => {
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
