import fs from "node:fs";
import path from "node:path";
import { filesBelow, hashOf, replaceFolder } from "../support/files.mjs";
import { runQuietly } from "../support/run.mjs";
import { during, SetupError } from "../support/say.mjs";
import { once } from "../support/stamp.mjs";
import { buildInputs } from "./build.mjs";

/** Name of the extension: its folder below `labextensions`. */
export const extensionName = "@vitrine/widgets";

/**
 * Bundles the widgets for JupyterLab when they changed, with npm's packages alone.
 * @param {import("../support/paths.mjs").Workspace} workspace
 */
export function ensureLabextension(workspace) {
  const style = path.join(workspace.root, "widgets", "style");
  return once(workspace, {
    name: "labextension",
    inputs: hashOf({
      files: [...buildInputs(workspace), ...filesBelow(style).map((file) => path.join(style, file))],
    }),
    stands: () => fs.existsSync(path.join(workspace.labextension, "package.json")),
    work: () => during("JupyterLab extension", (note) => bundle(workspace, note)),
  });
}

async function bundle(workspace, note) {
  const builder = path.join(workspace.modules, "@jupyter/builder/lib/build-labextension.js");
  const core = path.join(workspace.modules, "@jupyterlab/core-meta/core.package.json");
  const { ok, log } = await runQuietly(process.execPath, [builder, "--core-package-file", core, "widgets"], {
    cwd: workspace.root,
    log: path.join(workspace.logs, "labextension.log"),
    note,
  });
  if (!ok)
    throw new SetupError(
      `The widgets could not be bundled: read the reason in ${log}, mend it and run this again.`,
    );
}

/** Puts the bundled extension where a Jupyter with the data folder `share` looks for it. */
export function placeLabextension(workspace, share) {
  const to = path.join(share, "labextensions", extensionName);
  replaceFolder(workspace.labextension, to);
  writeInstaller(to);
  return to;
}

/** Tells JupyterLab's list of extensions how this one came and goes. */
function writeInstaller(folder) {
  const told = {
    packageManager: "npm",
    packageName: extensionName,
    uninstallInstructions: `remove the folder ${extensionName} from Jupyter's labextensions`,
  };
  fs.writeFileSync(path.join(folder, "install.json"), `${JSON.stringify(told, null, 2)}\n`);
}
