import fs from "node:fs";
import path from "node:path";
import { remove, writeWhole } from "./files.mjs";

/**
 * Does a piece of work once for each state of its inputs. The stamp is taken away before the work and written after it, so
 * work that was cut short is done again.
 * @param {import("./paths.mjs").Workspace} workspace
 * @param {{ name: string, inputs: string, stands: () => boolean, work: () => Promise<void> }} step `inputs` is a hash of all
 *   that the result depends on; `stands` looks whether the result is still there
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function once(workspace, { name, inputs, stands, work }) {
  const stamp = path.join(workspace.stamps, name);
  if (readIfThere(stamp) === inputs && stands()) return false;
  remove(stamp);
  await work();
  writeWhole(stamp, inputs);
  return true;
}

function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}
