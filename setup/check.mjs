import path from "node:path";
import { workspace } from "./support/paths.mjs";
import { runQuietly } from "./support/run.mjs";
import { main, say } from "./support/say.mjs";

const { root, modules, logs } = workspace;
const inModules = (...parts) => path.join(modules, ...parts);
const tsc = inModules("typescript", "bin", "tsc");
const vitest = inModules("vitest", "vitest.mjs");

/** What is checked, in this order: the types of the tests are held against the compiled packages. */
const parts = [
  ["types of lib, kernel and widgets", [tsc, "-b", "--pretty", "false", "lib", "kernel", "widgets"]],
  ["types of the tests", [tsc, "-p", "test", "--pretty", "false"]],
  ["lint", [inModules("eslint", "bin", "eslint.js"), ".", "--no-color"]],
  ["format", [inModules("prettier", "bin", "prettier.cjs"), "--check", ".", "--no-color"]],
  ["methods page", ["setup/methods.mjs", "--check"]],
  ["architecture", [vitest, "run", "--project", "architecture", "--reporter=dot"]],
];

/** `npm run check` runs every part, says a line for each, then shows what the failed ones had to say; `--without=NAME` leaves one out. */
await main(async () => {
  const failures = [];
  for (const [name, command] of parts) {
    if (process.argv.includes(`--without=${name}`)) continue;
    const started = Date.now();
    const log = path.join(logs, `check-${name.replaceAll(/\W+/g, "-")}.log`);
    const { ok, output } = await runQuietly(process.execPath, command, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1" },
      log,
    });
    say(`${ok ? "passed" : "FAILED"}  ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
    if (!ok) failures.push({ name, output });
  }
  for (const { name, output } of failures) say(`\n${name}\n${output.trim()}`);
  return failures.length === 0 ? 0 : 1;
});
