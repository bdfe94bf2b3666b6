import { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { setUpTests } from "./steps/all.mjs";
import { ensureScience } from "./steps/science.mjs";
import { filesBelow, writeWhole } from "./support/files.mjs";
import { alone } from "./support/lock.mjs";
import { typedPath, workspace } from "./support/paths.mjs";
import { main, say, SetupError } from "./support/say.mjs";
import { benchTable } from "./support/table.mjs";
import { wantedRows } from "./support/wanted.mjs";

const usage =
  "npm run bench [-- NAME... --best --json FILE], NAME being a group or part of a row's name, --best taking the best time for the median";

/**
 * Measures each hot path beside its peers. A module `test/bench/<group>/rows.ts` exports `group`, its name, and
 * `rows({ only, statistic })`, which measures the rows whose name `only` accepts; the statistic is `median` or `best`.
 */
await main(async () => {
  const { values, positionals: names } = readArguments();
  await setUpTests(workspace);
  await setUpPeers();
  process.env.VITRINE_PYTHON = workspace.pythonExe;
  const groups = await loadGroups();
  const statistic = values.best ? "best" : "median";
  const measured = [];
  for (const { group, only } of wantedRows(groups, names)) {
    say(`measuring ${group.group}`);
    measured.push(...(await group.rows({ only, statistic })).filter(({ name }) => only(name)));
  }
  if (measured.length === 0)
    throw new SetupError(
      `No row is called ${names.join(", ")}: the groups are ${groups.map(({ group }) => group).join(", ")}.`,
    );
  say(benchTable(measured));
  if (values.json) writeWhole(typedPath("bench", values.json), `${JSON.stringify(measured, null, 2)}\n`);
});

/** What the peers need, where it can be had; without it their rows say that they are not installed. */
async function setUpPeers() {
  try {
    await alone(workspace, () => ensureScience(workspace));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
  }
}

async function loadGroups() {
  register("./support/typescript-loader.mjs", import.meta.url);
  const folder = path.join(workspace.root, "test", "bench");
  const files = filesBelow(folder).filter((file) => path.basename(file) === "rows.ts");
  return Promise.all(files.map((file) => import(pathToFileURL(path.join(folder, file)).href)));
}

function readArguments() {
  try {
    const options = { json: { type: "string" }, best: { type: "boolean" } };
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new SetupError(`${error.message.split(". ")[0]}: use ${usage}`);
  }
}
