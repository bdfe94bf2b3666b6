import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { cloneInto, plantProgram, root, setupModule, start } from "../support/workspace.js";

const folder = temporaryFolder();
const clone = join(folder, "checkout");
/** A fresh environment with a Jupyter of its own: what conda makes of environment.yml in the image. */
const prefix = join(folder, "image");
const python = join(prefix, "bin", "python");

test("postBuild makes this checkout run notebooks in an image's own Jupyter, and leaves no tools behind", async () => {
  cloneInto(clone);
  const { findPython } = await setupModule<{ findPython(): { program: string } }>("steps/python.mjs");
  const requirements = join(root, "setup", "python", "requirements.txt");
  await succeeds([findPython().program, "-m", "venv", prefix]);
  await succeeds([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", requirements]);

  const { out } = await succeeds([join(clone, "binder", "postBuild")], {
    NB_PYTHON_PREFIX: prefix,
    VITRINE_KEEP_CACHE: "1",
  });
  expect(out).toMatch(/vitrine .*share\/jupyter\/kernels\/vitrine/);
  expect(existsSync(join(clone, "node_modules", "typescript"))).toBe(false);
  expect(existsSync(join(clone, "node_modules", "vitest"))).toBe(false);
  expect(existsSync(join(clone, ".vitrine"))).toBe(false);

  const { out: listed, error: listedToo } = await succeeds([
    join(prefix, "bin", "jupyter"),
    "labextension",
    "list",
  ]);
  expect(listed + listedToo).toMatch(/@vitrine\/widgets v\S+ .*enabled.*OK/);

  const page = join(folder, "page.html");
  const notebook = join(clone, "test", "setup", "fixtures", "good.ipynb");
  const convert = ["nbconvert", "--execute", "--to", "html", notebook, "--output", page];
  await succeeds([join(clone, "binder", "start"), python, "-m", ...convert]);
  expect(readFileSync(page, "utf8")).toContain("the answer is 42");
}, 300_000);

test("start hands over to the command that the image runs, with limits", async () => {
  const show = plantProgram(folder, "show", 'echo "$1|$2|$NODE_OPTIONS"');
  const { out } = await succeeds([join(root, "binder", "start"), show, "two words", "$HOME"], {
    NODE_OPTIONS: "--trace-warnings",
  });
  expect(out.trim()).toMatch(/^two words\|\$HOME\|--trace-warnings --max-old-space-size=\d+$/);
});

test("the image's versions are those that the project is built for", () => {
  const environment = readFileSync(join(root, "binder", "environment.yml"), "utf8");
  const pinned = readFileSync(join(root, "setup", "python", "requirements.txt"), "utf8");
  const minor = /^jupyterlab==(\d+\.\d+)/m.exec(pinned)?.[1];
  expect(environment).toContain(`- jupyterlab=${minor}\n`);
});

async function succeeds(
  command: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ out: string; error: string }> {
  const { code, out, error } = await start(command, { cwd: folder, env }).ended;
  expect(code, `${command.join(" ")}\n${out}\n${error}`).toBe(0);
  return { out, error };
}
