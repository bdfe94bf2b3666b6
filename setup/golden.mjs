import path from "node:path";
import { ensureEnvironment } from "./steps/environment.mjs";
import { ensureScience } from "./steps/science.mjs";
import { filesBelow } from "./support/files.mjs";
import { alone } from "./support/lock.mjs";
import { workspace } from "./support/paths.mjs";
import { runShown } from "./support/run.mjs";
import { main, say, SetupError } from "./support/say.mjs";

const golden = path.join(workspace.root, "test", "golden");

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
    await ensureScience(workspace);
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
