import fs from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { generatedFiles } from "./controls/write.mjs";
import { workspace } from "./support/paths.mjs";
import { main, say, SetupError } from "./support/say.mjs";

/**
 * Writes the classes of Jupyter's standard controls into kernel/src/controls/generated, from the schema of the models.
 * `--check` writes nothing and fails where a file is stale.
 */
await main(async () => {
  const folder = path.join(workspace.root, "kernel", "src", "controls", "generated");
  const schema = path.join(
    workspace.root,
    "node_modules/@jupyter-widgets/schema/jupyterwidgetmodels.latest.json",
  );
  const files = generatedFiles(JSON.parse(fs.readFileSync(schema, "utf8")));
  const options = await prettier.resolveConfig(path.join(folder, "index.ts"));
  const stale = [];
  for (const { name, text } of files) {
    const file = path.join(folder, name);
    const wanted = await prettier.format(text, { ...options, parser: "typescript" });
    if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === wanted) continue;
    stale.push(name);
    if (!process.argv.includes("--check")) fs.writeFileSync(file, wanted);
  }
  if (process.argv.includes("--check") && stale.length > 0)
    throw new SetupError(`stale: ${stale.join(", ")}. Run node setup/controls.mjs.`);
  say(`${files.length} files of controls, ${stale.length} written`);
});
