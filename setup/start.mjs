import { parseArgs } from "node:util";
import { serve } from "./commands/serve.mjs";
import { runNotebook } from "./commands/run-notebook.mjs";
import { typedPath, workspace } from "./support/paths.mjs";
import { main, SetupError } from "./support/say.mjs";
import { setUp } from "./steps/all.mjs";

const usage = `npm start                                     JupyterLab on notebooks/00-start.ipynb
npm start -- --no-browser --port N            the same without opening a browser, on a port of your choice
npm start -- --folder DIR                     the same on a folder of your own
npm start -- run FILE.ipynb [--out FILE]      runs a notebook from top to bottom; FILE ends in .html or .ipynb`;

await main(async () => {
  const { values, positionals } = readArguments();
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const [command, notebook, ...more] = positionals;
  const serves = command === undefined && values.out === undefined;
  const runs = command === "run" && notebook !== undefined && more.length === 0;
  if (!serves && !runs)
    throw new SetupError(`"${process.argv.slice(2).join(" ")}" is not understood: use\n${usage}`);
  await setUp(workspace);
  if (runs) return runNotebook(workspace, { notebook, out: values.out, typedFor: "start" });
  const folder = values.folder === undefined ? workspace.notebooks : typedPath("start", values.folder);
  return serve(workspace, { port: values.port, folder, openBrowser: !values["no-browser"] });
});

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        "no-browser": { type: "boolean", default: false },
        port: { type: "string" },
        folder: { type: "string" },
        out: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new SetupError(`${error.message.split(". ")[0]}: use\n${usage}`);
  }
}
