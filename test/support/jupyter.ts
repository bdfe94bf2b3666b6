import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { writeKernelspec } from "../../kernel/src/install/index.js";
import { kernelMain } from "./kernel-path.js";
import { jupyterPython } from "./python.js";

/** What a finished program left. */
export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program of the Jupyter world that knows our kernel, as `python ARGUMENTS`. `folder` is its own:
 * kernelspec, configuration and run-time files lie there, and nothing of the user's Jupyter is read.
 */
export function runJupyter(folder: string, words: readonly string[], input: string = ""): Finished {
  writeKernelspec(folder, { main: kernelMain });
  const own = (name: string): string => join(folder, name);
  const { status, stdout, stderr } = spawnSync(jupyterPython(), [...words], {
    cwd: folder,
    encoding: "utf8",
    input,
    timeout: 120_000,
    env: {
      ...process.env,
      JUPYTER_PATH: own("share/jupyter"),
      JUPYTER_CONFIG_DIR: own("config"),
      JUPYTER_DATA_DIR: own("data"),
      JUPYTER_RUNTIME_DIR: own("runtime"),
      IPYTHONDIR: own("ipython"),
      PYTHONWARNINGS: "ignore",
    },
  });
  return { status, stdout, stderr };
}
