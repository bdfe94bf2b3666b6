import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The Python in which Jupyter is installed for the tests: `VITRINE_PYTHON`, else the project's private one. */
export function jupyterPython(): string {
  const own = fileURLToPath(new URL("../../.vitrine/python/bin/python", import.meta.url));
  const python = process.env["VITRINE_PYTHON"] ?? own;
  if (existsSync(python)) return python;
  throw new Error(
    `no Python with Jupyter at ${python}: run "npm test", which makes one, or set VITRINE_PYTHON`,
  );
}
