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
 */
export async function placeKernelspec(workspace, share) {
  const written = await kernelspecWriter(workspace);
  const prefix = path.join(workspace.own, `kernelspec.${process.pid}`);
  try {
    await written(prefix, { startup });
    const to = path.join(share, "kernels", kernelName);
    replaceFolder(path.join(prefix, "share", "jupyter", "kernels", kernelName), to);
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
