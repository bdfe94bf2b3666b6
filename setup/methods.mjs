import fs from "node:fs";
import path from "node:path";
import { collect } from "./methods/collect.mjs";
import { page } from "./methods/page.mjs";
import { workspace } from "./support/paths.mjs";
import { main, say, SetupError } from "./support/say.mjs";

/**
 * Writes lib/METHODS.md: every row of the course, the function that does it, and what shows that it does.
 * `--check` writes nothing and fails when the page is stale or a tag is wrong; `--root DIR` looks at another tree.
 */
await main(() => {
  const words = process.argv.slice(2);
  const at = words.indexOf("--root");
  const root = at < 0 ? workspace.root : path.resolve(words[at + 1] ?? ".");
  const found = collect(root);
  if (found.problems.length > 0) throw new SetupError(found.problems.join("\n"));
  const file = path.join(root, "lib", "METHODS.md");
  const text = page(found);
  if (words.includes("--check")) {
    const stands = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
    if (stands !== text) throw new SetupError("lib/METHODS.md is stale: run npm run methods.");
    return say("lib/METHODS.md is fresh");
  }
  fs.writeFileSync(file, text);
  const done = found.rows.filter(({ status }) => status === "done").length;
  say(`lib/METHODS.md: ${done} of ${found.rows.length} rows done`);
});
