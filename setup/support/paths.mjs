import path from "node:path";

/** Everything that set-up makes or reads, as absolute paths inside one clone. */
export function workspaceAt(root) {
  const at = (...parts) => path.join(root, ...parts);
  const own = at(".vitrine");
  const python = path.join(own, "python");
  const windows = process.platform === "win32";
  return Object.freeze({
    root,
    own,
    stamps: path.join(own, "stamps"),
    logs: path.join(own, "log"),
    browsers: path.join(own, "browsers"),
    jupyter: path.join(own, "jupyter"),
    notebooks: at("notebooks"),
    modules: at("node_modules"),
    requirements: at("setup", "python", "requirements.txt"),
    testRequirements: at("setup", "python", "requirements-test.txt"),
    overrides: at("setup", "python", "overrides.json"),
    notebookRunner: at("setup", "python", "run_notebook.py"),
    labextension: at("widgets", "labextension"),
    /** The private Python environment; its Jupyter looks for kernels and extensions below `share`. */
    python,
    pythonBin: path.join(python, windows ? "Scripts" : "bin"),
    pythonExe: path.join(python, windows ? "Scripts/python.exe" : "bin/python"),
    share: path.join(python, "share", "jupyter"),
  });
}

/** @typedef {ReturnType<typeof workspaceAt>} Workspace */

/** The clone that this script lies in. */
export const workspace = workspaceAt(path.resolve(import.meta.dirname, "../.."));

/**
 * A path that the user typed, made absolute. npm runs its scripts in the clone's root, so `npm start -- run x.ipynb`
 * typed in another folder means that folder.
 */
export function typedPath(script, typed) {
  const base = process.env.npm_lifecycle_event === script && process.env.INIT_CWD;
  return path.resolve(base || process.cwd(), typed);
}
