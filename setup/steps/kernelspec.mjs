import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { remove, replaceFolder } from "../support/files.mjs";

/** Name of the kernel: its folder below `kernels`, and what notebooks call it by. */
export const kernelName = "vitrine";

/** What a session starts with: values of the library that show themselves. */
const startup = ["@vitrine/widgets/host"];

/**
 * Puts the kernel's entry where a Jupyter with the data folder `share` looks for it. It names this Node and this clone.
 * @param {import("../support/paths.mjs").Workspace} workspace
 * @param {"repl" | "tslab"} [engine] what runs the cells; another than the usual one stands under a name of its own
 */
export async function placeKernelspec(workspace, share, engine = "repl") {
  const written = await kernelspecWriter(workspace);
  const prefix = path.join(workspace.own, `kernelspec.${process.pid}`);
  try {
    const folder = await written(prefix, { startup, engine });
    const to = path.join(share, "kernels", path.basename(folder));
    replaceFolder(folder, to);
    return to;
  } finally {
    remove(prefix);
  }
}

/** Whether the entry is there and the program that it starts still is. */
export function kernelspecStands(share) {
  const file = path.join(share, "kernels", kernelName, "kernel.json");
  if (!fs.existsSync(file)) return false;
  const { argv } = JSON.parse(fs.readFileSync(file, "utf8"));
  return argv.filter((word) => path.isAbsolute(word)).every((word) => fs.existsSync(word));
}

async function kernelspecWriter(workspace) {
  const built = path.join(workspace.root, "kernel", "dist", "install", "index.js");
  return (await import(pathToFileURL(built).href)).writeKernelspec;
}
