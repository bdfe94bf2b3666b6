import fs from "node:fs";
import path from "node:path";
import { filesBelow, hashOf, remove } from "../support/files.mjs";
import { runQuietly } from "../support/run.mjs";
import { during, SetupError } from "../support/say.mjs";
import { once } from "../support/stamp.mjs";

const packages = ["lib", "kernel", "widgets"];

/**
 * Compiles the three packages when a source changed. What was compiled from a source that is gone goes too.
 * @param {import("../support/paths.mjs").Workspace} workspace
 */
export function ensureBuild(workspace) {
  return once(workspace, {
    name: "build",
    inputs: hashOf({ files: buildInputs(workspace) }),
    stands: () => packages.every((name) => fs.existsSync(path.join(workspace.root, name, "dist"))),
    work: () => during("build", (note) => compile(workspace, note)),
  });
}

/** Every file that the compiled packages depend on. */
export function buildInputs(workspace) {
  const at = (...parts) => path.join(workspace.root, ...parts);
  const ofPackage = (name) => [
    at(name, "package.json"),
    at(name, "tsconfig.json"),
    ...filesBelow(at(name, "src")).map((file) => at(name, "src", file)),
  ];
  return [at("tsconfig.base.json"), at("package-lock.json"), ...packages.flatMap(ofPackage)];
}

async function compile(workspace, note) {
  for (const name of packages) forgetLostSources(path.join(workspace.root, name));
  const tsc = path.join(workspace.modules, "typescript", "bin", "tsc");
  const { ok, output, log } = await runQuietly(
    process.execPath,
    [tsc, "-b", "--pretty", "false", ...packages],
    {
      cwd: workspace.root,
      log: path.join(workspace.logs, "build.log"),
      note,
    },
  );
  if (!ok) throw new SetupError(whyBuildFailed(output, log));
}

/** One sentence for what the compiler printed. */
export function whyBuildFailed(output, log) {
  const errors = output.split("\n").filter((line) => /error TS\d+/.test(line));
  if (errors.length === 0)
    return `The compiler did not run: read the reason in ${log}, mend it and run this again.`;
  const others = errors.length > 1 ? ` and ${errors.length - 1} more in ${log}` : "";
  return `The sources do not compile: mend ${errors[0].trim()}${others}, then run this again.`;
}

/** The compiler believes its notes: without output they mislead it, and it leaves behind what a removed source became. */
function forgetLostSources(folder) {
  const dist = path.join(folder, "dist");
  if (!fs.existsSync(dist)) return remove(path.join(folder, "tsconfig.tsbuildinfo"));
  for (const file of filesBelow(dist)) {
    const source = /^(.*?)(\.d\.ts|\.js)(\.map)?$/.exec(file)?.[1];
    if (source && !fs.existsSync(path.join(folder, "src", `${source}.ts`))) remove(path.join(dist, file));
  }
}
