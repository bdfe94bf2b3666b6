import path from "node:path";
import { runNotebook } from "./commands/run-notebook.mjs";
import { setUp } from "./steps/all.mjs";
import { filesBelow } from "./support/files.mjs";
import { workspace } from "./support/paths.mjs";
import { main, say } from "./support/say.mjs";

/** Runs every notebook, or those whose path holds one of the words given, and says which failed. */
await main(async () => {
  await setUp(workspace);
  const words = process.argv.slice(2);
  const failed = [];
  const found = filesBelow(workspace.notebooks, (name) => /(^|\/)\./.test(name))
    .filter((name) => name.endsWith(".ipynb"))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  for (const name of found) {
    say(name);
    const code = await runNotebook(workspace, {
      notebook: path.join(workspace.notebooks, name),
      typedFor: "notebooks",
    });
    if (code !== 0) failed.push(name);
  }
  say(`${found.length} notebooks, ${failed.length} failed${failed.map((name) => `\n  ${name}`).join("")}`);
  return failed.length === 0 ? 0 : 1;
});
