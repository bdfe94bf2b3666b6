import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { findBrowser } from "../steps/browser.mjs";
import { isSound } from "../steps/environment.mjs";
import { kernelspecStands } from "../steps/kernelspec.mjs";
import { extensionName } from "../steps/labextension.mjs";
import { checkNode } from "../steps/node.mjs";
import { findPython } from "../steps/python.mjs";
import { jupyterEnvironment } from "../support/jupyter.mjs";
import { machineLimits } from "../support/limits.mjs";
import { ask, npmCommand } from "../support/run.mjs";
import { SetupError } from "../support/say.mjs";

/**
 * @typedef {{ what: string, state: "good" | "later" | "optional" | "missing", found: string, cure?: string }} Finding
 * @param {import("../support/paths.mjs").Workspace} workspace
 * @returns {Promise<Finding[]>} what is on this machine and in this clone, in the order in which set-up needs it
 */
export async function findings(workspace) {
  return [
    required("Node", () => (checkNode(), `${process.versions.node} (${process.execPath})`)),
    npm(),
    required("Python", () => {
      const { version, program } = findPython();
      return `${version} (${program})`;
    }),
    made("npm packages", fs.existsSync(path.join(workspace.modules, ".package-lock.json")), "node_modules"),
    made("build", fs.existsSync(path.join(workspace.root, "kernel/dist/main.js")), "lib, kernel, widgets"),
    made("private environment", isSound(workspace), workspace.python),
    jupyter(workspace),
    made("kernel", kernelspecStands(workspace.share), path.join(workspace.share, "kernels")),
    made(
      "extension",
      fs.existsSync(path.join(workspace.share, "labextensions", extensionName)),
      extensionName,
    ),
    browser(workspace),
    gpu(),
    slurm(),
    machine(),
  ];
}

function required(what, look) {
  try {
    return { what, state: "good", found: look() };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { what, state: "missing", found: "not usable", cure: error.message };
  }
}

function npm() {
  const [program, ...args] = npmCommand();
  const version = ask(program, [...args, "--version"]);
  if (version) return { what: "npm", state: "good", found: version };
  return {
    what: "npm",
    state: "missing",
    found: "not found",
    cure: "install it: it comes with Node from nodejs.org",
  };
}

/** What set-up makes by itself. */
function made(what, stands, where) {
  if (stands) return { what, state: "good", found: where };
  return { what, state: "later", found: "not made yet", cure: "npm start makes it" };
}

function jupyter(workspace) {
  const options = { env: jupyterEnvironment(workspace), timeoutMs: 20_000 };
  const question = "import jupyterlab, jupyterlab_widgets as w; print(jupyterlab.__version__, w.__version__)";
  const answer = isSound(workspace) ? ask(workspace.pythonExe, ["-c", question], options) : undefined;
  const [lab, widgets] = answer?.split(" ") ?? [];
  return made("JupyterLab", answer !== undefined, `${lab}, jupyterlab_widgets ${widgets}`);
}

function browser(workspace) {
  const found = findBrowser(workspace);
  if (found) return { what: "browser", state: "good", found };
  const cure = "npm test installs one; or install Chrome or Chromium, or set VITRINE_CHROME";
  return { what: "browser", state: "optional", found: "none for the tests", cure };
}

function gpu() {
  const answer = ask("nvidia-smi", ["--query-gpu=name,memory.total", "--format=csv,noheader"]);
  if (answer) return { what: "GPU", state: "good", found: answer.split("\n").join("; ") };
  const cure = "nothing to do: the processor does the work; with an NVIDIA card, install its driver";
  return { what: "GPU", state: "optional", found: "no NVIDIA driver (nvidia-smi)", cure };
}

function slurm() {
  const version = ask("sbatch", ["--version"]);
  if (version) return { what: "Slurm", state: "good", found: version };
  const cure = "nothing to do: work runs here; to send it to a cluster, start from one of its login nodes";
  return { what: "Slurm", state: "optional", found: "no sbatch", cure };
}

function machine() {
  const { memoryBytes, cores, container } = machineLimits();
  const gigabytes = (memoryBytes / 2 ** 30).toFixed(1);
  const found = `${cores} cores, ${gigabytes} GB${container ? " (the container's limit)" : ""}, ${os.platform()} ${os.arch()}`;
  if (memoryBytes >= 2 * 2 ** 30) return { what: "machine", state: "good", found };
  return {
    what: "machine",
    state: "optional",
    found,
    cure: "2 GB or more is comfortable: bin images, or use a larger machine",
  };
}
