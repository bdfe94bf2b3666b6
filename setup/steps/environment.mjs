import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { hashOf, remove, writeWhole } from "../support/files.mjs";
import { jupyterEnvironment } from "../support/jupyter.mjs";
import { runQuietly } from "../support/run.mjs";
import { during, SetupError } from "../support/say.mjs";
import { once } from "../support/stamp.mjs";
import { findPython } from "./python.mjs";

/**
 * Makes the private Python environment and installs the pinned requirements. It is made anew when it was cut short, when the
 * clone moved (environments hold absolute paths) and when the Python below it changed.
 * @param {import("../support/paths.mjs").Workspace} workspace
 */
export function ensureEnvironment(workspace) {
  return once(workspace, {
    name: "environment",
    inputs: hashOf({
      texts: [workspace.python, askedBase()],
      files: [workspace.requirements],
    }),
    stands: () => isSound(workspace),
    work: () =>
      during("Python environment", async (note) => {
        if (!isSound(workspace)) await make(workspace, note);
        await install(workspace, ["-r", workspace.requirements], note);
      }),
  });
}

/** Installs what only the tests need into the same environment. */
export function ensureTestRequirements(workspace) {
  const pinned = ["-r", workspace.testRequirements, "-c", workspace.requirements];
  return once(workspace, {
    name: "environment-test",
    inputs: hashOf({ files: [workspace.requirements, workspace.testRequirements, birth(workspace)] }),
    stands: () => true,
    work: () => during("Python packages of the tests", (note) => install(workspace, pinned, note)),
  });
}

async function make(workspace, note) {
  const { program, version, hasEnsurepip } = findPython();
  remove(workspace.python);
  const log = path.join(workspace.logs, "environment.log");
  const options = { cwd: workspace.root, env: jupyterEnvironment(workspace), log, note };
  const steps = hasEnsurepip
    ? [["-m", "venv", workspace.python]]
    : [
        ["-m", "venv", "--without-pip", workspace.python],
        ["-m", "pip", "--python", workspace.pythonExe, "install", "pip"],
      ];
  for (const step of steps) {
    const { ok, output } = await runQuietly(program, step, options);
    if (ok) continue;
    remove(workspace.python);
    throw new SetupError(whyPipFailed(output, log));
  }
  const runs = fs.realpathSync(workspace.pythonExe);
  const born = { made: randomUUID(), at: workspace.python, asked: askedBase(), version, runs };
  writeWhole(birth(workspace), JSON.stringify(born));
}

/** A mark stands beside the environment while pip writes, for pip takes a half-written package for a whole one. */
async function install(workspace, wanted, note) {
  fs.writeFileSync(unfinished(workspace), "");
  const log = path.join(workspace.logs, "pip.log");
  const { ok, output } = await runQuietly(
    workspace.pythonExe,
    ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", ...patience(), ...wanted],
    { cwd: workspace.root, env: jupyterEnvironment(workspace), log, note },
  );
  if (!ok) throw new SetupError(whyPipFailed(output, log));
  remove(unfinished(workspace));
}

/** An unreachable index is told after seconds, not minutes, unless the user's own settings say otherwise. */
function patience(env = process.env) {
  const retries = env.PIP_RETRIES ? [] : ["--retries", "2"];
  return env.PIP_DEFAULT_TIMEOUT ? retries : [...retries, "--timeout", "20"];
}

/** One sentence for what Python or pip printed. */
export function whyPipFailed(output, log) {
  if (
    /NewConnectionError|ConnectTimeout|ReadTimeout|Max retries|NameResolutionError|ConnectionRefused|Connection(Reset)?Error|Network is unreachable/.test(
      output,
    )
  )
    return "The Python packages could not be downloaded because the package index did not answer: connect to the network (or set pip's index or proxy) and run this again.";
  if (/No space left/.test(output))
    return "The Python packages do not fit on this disk: free about 500 MB and run this again.";
  if (
    /ensurepip is not|returned non-zero exit status.*ensurepip|No module named (venv|ensurepip)/s.test(output)
  )
    return "This Python cannot make environments: install its venv package (on Debian and Ubuntu: apt-get install python3-venv) and run this again.";
  return `The private Python environment could not be made: read the reason in ${log}, mend it and run this again.`;
}

/** Whether the environment is whole, lies where it was made and still runs on the same Python. */
export function isSound(workspace) {
  if (!fs.existsSync(birth(workspace)) || !fs.existsSync(workspace.pythonExe)) return false;
  if (fs.existsSync(unfinished(workspace))) return false;
  const born = JSON.parse(fs.readFileSync(birth(workspace), "utf8"));
  const runs = fs.realpathSync(workspace.pythonExe);
  return born.at === workspace.python && born.asked === askedBase() && born.runs === runs;
}

/** The Python that the user asked for, if any. */
function askedBase() {
  return process.env.VITRINE_PYTHON_BASE ?? "";
}

function birth(workspace) {
  return path.join(workspace.python, ".where");
}

function unfinished(workspace) {
  return path.join(workspace.python, ".unfinished");
}
