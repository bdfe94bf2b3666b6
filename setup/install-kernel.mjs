import path from "node:path";
import { parseArgs } from "node:util";
import { setUpBuild } from "./steps/all.mjs";
import { placeKernelspec } from "./steps/kernelspec.mjs";
import { placeLabextension } from "./steps/labextension.mjs";
import { userShare } from "./support/jupyter.mjs";
import { typedPath, workspace } from "./support/paths.mjs";
import { ask } from "./support/run.mjs";
import { main, say, SetupError } from "./support/say.mjs";

const usage = `npm run install:kernel -- --user          for every Jupyter of this user
npm run install:kernel -- --sys-prefix    for the Jupyter of the Python on the PATH, such as an active environment
npm run install:kernel -- --prefix DIR    for the Jupyter of the Python environment DIR
With --engine tslab cells run by the package tslab; that is a second kernel beside the usual one.`;

const engines = ["repl", "tslab"];

/** Puts kernel and extension into a Jupyter that the user already has. */
await main(async () => {
  const { engine, ...where } = readArguments();
  const share = chosenShare(where);
  await setUpBuild(workspace);
  try {
    say(`kernel: ${await placeKernelspec(workspace, share, engine)}`);
    say(`extension: ${placeLabextension(workspace, share)}`);
  } catch (error) {
    if (error.code !== "EACCES" && error.code !== "EPERM" && error.code !== "EROFS") throw error;
    throw new SetupError(`${share} is not yours to write: choose --user, or a --prefix that is.`);
  }
  say(
    "The widgets need jupyterlab_widgets beside JupyterLab 4.5 or newer; the kernel runs from this clone, so keep it.",
  );
});

function chosenShare({ user, "sys-prefix": sys, prefix }) {
  if ([user, sys, prefix !== undefined].filter(Boolean).length !== 1)
    throw new SetupError(`Say which Jupyter:\n${usage}`);
  if (user) return userShare();
  return path.join(sys ? pythonPrefix() : typedPath("install:kernel", prefix), "share", "jupyter");
}

function readArguments() {
  try {
    const options = {
      engine: { type: "string", default: "repl" },
      user: { type: "boolean" },
      "sys-prefix": { type: "boolean" },
      prefix: { type: "string" },
    };
    const { values } = parseArgs({ options });
    if (!engines.includes(values.engine)) throw new Error(`no engine is called ${values.engine}`);
    return values;
  } catch (error) {
    throw new SetupError(`${error.message.split(". ")[0]}: use\n${usage}`);
  }
}

function pythonPrefix() {
  for (const python of ["python3", "python"]) {
    const prefix = ask(python, ["-c", "import sys; print(sys.prefix)"]);
    if (prefix) return prefix;
  }
  throw new SetupError(
    "No Python is on the PATH: activate the environment of your Jupyter, or give --prefix DIR.",
  );
}
