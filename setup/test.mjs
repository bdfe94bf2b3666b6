import fs from "node:fs";
import path from "node:path";
import { setUpTests } from "./steps/all.mjs";
import { remove } from "./support/files.mjs";
import { workspace } from "./support/paths.mjs";
import { closingLine } from "./support/reporter.mjs";
import { runShown } from "./support/run.mjs";
import { main, say } from "./support/say.mjs";

const tallyFile = path.join(workspace.own, "test", "tally.json");

/**
 * `npm test` sets up and runs everything; `npm test -- NAME...` runs the projects of those names; what begins with a dash, or
 * holds a dot or a slash, goes to the test runner as it stands.
 */
await main(async () => {
  const words = process.argv.slice(2);
  const isProject = (word) => /^[a-z][a-z-]*$/.test(word);
  const { browser, vulkanDriver } = await setUpTests(workspace);
  const whole = words.length === 0;
  const checked = whole ? await runChecks() : 0;
  const code = await runTests(
    words.map((word) => (isProject(word) ? `--project=${word}` : word)),
    { VITRINE_CHROME: browser, ...(vulkanDriver && { VITRINE_VULKAN_ICD: vulkanDriver }) },
  );
  const { passed, failed, skipped } = readTally();
  for (const { name, file, why } of skipped) say(`skipped: ${file}: ${name}${why ? ` (${why})` : ""}`);
  if (checked !== 0) say("the checks before the tests failed: npm run check shows them alone");
  // A failing check and a test runner that fell over without naming a test count as one failure each.
  const others = (checked !== 0 ? 1 : 0) + (code !== 0 && failed === 0 ? 1 : 0);
  say(closingLine({ passed, failed: failed + others, skipped: skipped.length }));
  return checked || code;
});

/** The architecture tests are left to the test runner, which counts them. */
function runChecks() {
  return runShown(process.execPath, ["setup/check.mjs", "--without=architecture"], { cwd: workspace.root });
}

function runTests(options, found) {
  remove(tallyFile);
  const vitest = path.join(workspace.modules, "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=./setup/support/reporter.mjs"];
  return runShown(process.execPath, [vitest, "run", ...reporters, ...options], {
    cwd: workspace.root,
    env: {
      ...process.env,
      ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
      VITRINE_TALLY: tallyFile,
      ...found,
      VITRINE_PYTHON: workspace.pythonExe,
    },
  });
}

function readTally() {
  if (!fs.existsSync(tallyFile)) return { passed: 0, failed: 0, skipped: [] };
  return JSON.parse(fs.readFileSync(tallyFile, "utf8"));
}
