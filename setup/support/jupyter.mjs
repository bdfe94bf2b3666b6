import fs from "node:fs";
import path from "node:path";

/** Variables that would lead the private Jupyter to the user's own packages, kernels or settings. */
const foreign = [
  "PYTHONPATH",
  "PYTHONHOME",
  "JUPYTER_PATH",
  "JUPYTER_CONFIG_PATH",
  "JUPYTER_TOKEN",
  "JUPYTER_NO_CONFIG",
];

/**
 * Environment variables under which Jupyter keeps to the clone: its settings, kernels and run-time files, and the Node that
 * runs this script first on the PATH.
 * @param {import("./paths.mjs").Workspace} workspace
 */
export function jupyterEnvironment(workspace, env = process.env) {
  const own = (...parts) => path.join(workspace.jupyter, ...parts);
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.includes(name)));
  return {
    ...kept,
    PATH: [path.dirname(process.execPath), workspace.pythonBin, env.PATH]
      .filter(Boolean)
      .join(path.delimiter),
    PYTHONNOUSERSITE: "1",
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_PLATFORM_DIRS: "0",
    JUPYTER_CONFIG_DIR: own("config"),
    JUPYTER_DATA_DIR: own("data"),
    JUPYTER_RUNTIME_DIR: own("runtime"),
    JUPYTERLAB_SETTINGS_DIR: own("lab", "settings"),
    JUPYTERLAB_WORKSPACES_DIR: own("lab", "workspaces"),
    IPYTHONDIR: own("ipython"),
  };
}

/** Folder in which a Jupyter of this user looks for kernels and extensions, as Jupyter itself finds it. */
export function userShare(env = process.env, platform = process.platform) {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  const home = env.HOME ?? env.USERPROFILE ?? "";
  if (platform === "darwin") return path.join(home, "Library", "Jupyter");
  if (platform === "win32") return path.join(env.APPDATA ?? path.join(home, "AppData", "Roaming"), "jupyter");
  return path.join(env.XDG_DATA_HOME || path.join(home, ".local", "share"), "jupyter");
}

/** The page that JupyterLab opens with: the notebook that a user meets first, if the folder has it. */
export function firstPage(folder) {
  return fs.existsSync(path.join(folder, "00-start.ipynb")) ? "/lab/tree/00-start.ipynb" : "/lab";
}
