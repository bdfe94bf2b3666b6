import { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { setUpTests } from "./steps/all.mjs";
import { filesBelow, writeWhole } from "./support/files.mjs";
import { typedPath, workspace } from "./support/paths.mjs";
import { main, say, SetupError } from "./support/say.mjs";
import { benchTable } from "./support/table.mjs";

const usage = "npm run bench [-- NAME... --json FILE], NAME being a group or part of a row's name";

/**
 * Measures each hot path beside its peers. A module `test/bench/<group>/rows.ts` exports `group`, its name, and
 * `rows({ only })`, which measures the rows whose name `only` accepts.
 */
await main(async () => {
  const { values, positionals: names } = readArguments();
  await setUpTests(workspace);
  process.env.VITRINE_PYTHON = workspace.pythonExe;
  const groups = await loadGroups();
  const named = groups.filter(({ group }) => names.includes(group));
  const parts = names.filter((name) => !named.some(({ group }) => group === name));
  const measured = [];
  for (const { group, rows } of parts.length > 0 || names.length === 0 ? groups : named) {
    const wanted = (name) =>
      names.length === 0 || names.includes(group) || parts.some((part) => name.includes(part));
    say(`measuring ${group}`);
    measured.push(...(await rows({ only: wanted })).filter(({ name }) => wanted(name)));
  }
  if (measured.length === 0)
    throw new SetupError(
      `No row is called ${names.join(", ")}: the groups are ${groups.map(({ group }) => group).join(", ")}.`,
    );
  say(benchTable(measured));
  if (values.json) writeWhole(typedPath("bench", values.json), `${JSON.stringify(measured, null, 2)}\n`);
});

async function loadGroups() {
  register("./support/typescript-loader.mjs", import.meta.url);
  const folder = path.join(workspace.root, "test", "bench");
  const files = filesBelow(folder).filter((file) => path.basename(file) === "rows.ts");
  return Promise.all(files.map((file) => import(pathToFileURL(path.join(folder, file)).href)));
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
  } catch (error) {
    throw new SetupError(`${error.message.split(". ")[0]}: use ${usage}`);
  }
}
