import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** All files below `folder`, relative to it, in one order everywhere; none when the folder is missing. */
export function filesBelow(folder, skip = () => false) {
  if (!fs.existsSync(folder)) return [];
  const found = [];
  const visit = (inside) => {
    for (const entry of fs.readdirSync(path.join(folder, inside), { withFileTypes: true })) {
      const name = path.posix.join(inside, entry.name);
      if (skip(name)) continue;
      if (entry.isDirectory()) visit(name);
      else found.push(name);
    }
  };
  visit("");
  return found.sort();
}

/** One hash of texts and of files' names and bytes: what a step depends on. A missing file counts as missing. */
export function hashOf({ texts = [], files = [] }) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`text ${text.length}\n${text}`);
  for (const file of files) {
    const bytes = fs.existsSync(file) ? fs.readFileSync(file) : undefined;
    hash.update(`file ${file} ${bytes?.length ?? "missing"}\n`);
    if (bytes) hash.update(bytes);
  }
  return hash.digest("hex");
}

/** Writes a file so that it appears whole or not at all. */
export function writeWhole(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.part`;
  fs.writeFileSync(beside, text);
  fs.renameSync(beside, file);
}

/** Puts a copy of a folder in place of what was there. The new one is complete before the old one goes. */
export function replaceFolder(from, to) {
  const beside = `${to}.${process.pid}.part`;
  remove(beside);
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.cpSync(from, beside, { recursive: true });
  remove(to);
  fs.renameSync(beside, to);
}

/** Removes a file or folder, patient with a process that is still on its way out of it. */
export function remove(target) {
  fs.rmSync(target, { recursive: true, force: true, maxRetries: 8, retryDelay: 200 });
}
