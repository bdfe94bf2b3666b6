import fs from "node:fs";
import path from "node:path";
import { functionsOf, publicNames } from "./functions.mjs";
import { rowsNamedInNotebook } from "./notebooks.mjs";
import { figuresOf, rowsNamedInTitles } from "./tests.mjs";

/**
 * What the tree says about each row of the course.
 * A row is done when a public function carries its tag and a test names it, partly done when the tag says what is missing or
 * no test names it, else not done.
 * @param {string} root
 */
export function collect(root) {
  const parts = JSON.parse(fs.readFileSync(path.join(root, "lib", "methods.json"), "utf8"));
  const ids = new Set(parts.flatMap(({ rows }) => rows.map(({ id }) => id)));
  const functions = read(root, "lib/src", /(?<!\.d)\.ts$/).flatMap(functionsOf);
  const tests = read(root, "test", /\.test\.ts$/).map((file) => ({
    path: file.path,
    ...rowsNamedInTitles(file),
    figures: figuresOf(file),
  }));
  const notebooks = read(root, "notebooks", /\.ipynb$/).map((file) => ({
    path: file.path,
    rows: rowsNamedInNotebook(file),
  }));
  const rows = parts.flatMap((part) =>
    part.rows.map(({ id, title, check }) => {
      const mine = functions.flatMap(({ name, path, rows }) =>
        rows.filter((row) => row.id === id).map(({ missing }) => ({ name, path, missing })),
      );
      const shownBy = tests.filter(({ rows }) => rows.has(id)).map(({ path }) => path);
      const missing = mine.map((one) => one.missing).filter((text) => text !== undefined);
      const whole = mine.length > 0 && missing.length === 0 && shownBy.length > 0;
      return {
        id,
        title,
        check,
        status: whole ? "done" : mine.length > 0 ? "partly" : "not done",
        functions: mine.map(({ name, path }) => ({ name, path })),
        tests: mine.length > 0 ? shownBy : [],
        notebooks: notebooks.filter(({ rows }) => rows.has(id)).map(({ path }) => path),
        figures: tests.flatMap(({ figures }) =>
          figures.filter((one) => one.id === id).map(({ text }) => text),
        ),
        missing,
      };
    }),
  );
  const headings = parts.map(({ lecture, title, rows }) => ({ lecture, title, first: rows[0].id }));
  return { headings, rows, problems: problemsOf(root, ids, functions, tests) };
}

function problemsOf(root, ids, functions, tests) {
  const open = publicNames(root);
  const problems = [];
  for (const { name, path: file, rows } of functions) {
    for (const { id } of rows) {
      if (!ids.has(id)) problems.push(`${file}: ${name}: @row ${id}: the course has no such row.`);
      else if (!open.has(name))
        problems.push(`${file}: ${name}: @row ${id}: no index of the library exports it.`);
    }
  }
  for (const { path: file, byWord, figures } of tests) {
    const named = [...byWord, ...figures.map(({ id }) => id)];
    for (const id of new Set(named)) {
      if (!ids.has(id)) problems.push(`${file}: names row ${id}, which the course has not.`);
    }
  }
  return problems;
}

/** Files below a folder whose name ends as wanted, with their text; none where the folder is not there. */
function read(root, folder, ending) {
  const at = path.join(root, folder);
  if (!fs.existsSync(at)) return [];
  return fs
    .readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/[\\/](node_modules|dist|\.ipynb_checkpoints)[\\/]/.test(file))
    .map((file) => ({
      path: path.relative(root, file).split(path.sep).join("/"),
      text: fs.readFileSync(file, "utf8"),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
