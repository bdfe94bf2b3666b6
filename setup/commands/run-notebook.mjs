import fs from "node:fs";
import path from "node:path";
import { jupyterEnvironment } from "../support/jupyter.mjs";
import { typedPath } from "../support/paths.mjs";
import { runShown } from "../support/run.mjs";
import { SetupError } from "../support/say.mjs";
import { kernelName } from "../steps/kernelspec.mjs";

/**
 * Runs a notebook from top to bottom with our kernel, in the notebook's own folder. The notebook itself is left as it was.
 * @param {import("../support/paths.mjs").Workspace} workspace
 * @param {{ notebook: string, out?: string, typedFor: string }} options `typedFor`: the npm script that was given the paths
 * @returns {Promise<number>} exit code: 0, or 1 when a cell failed
 */
export async function runNotebook(workspace, { notebook, out, typedFor }) {
  const file = typedPath(typedFor, notebook);
  if (!fs.existsSync(file)) throw new SetupError(`There is no notebook ${file}: check its name.`);
  if (out !== undefined && !/\.(html|ipynb)$/.test(out))
    throw new SetupError(`"${out}" names no kind of page: end it in .html or .ipynb.`);
  const kept = out === undefined ? [] : ["--out", typedPath(typedFor, out)];
  return runShown(workspace.pythonExe, [workspace.notebookRunner, file, "--kernel", kernelName, ...kept], {
    cwd: path.dirname(file),
    env: { ...jupyterEnvironment(workspace), PYTHONUNBUFFERED: "1" },
  });
}
