import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What lies beside the notebook before the engines start: path -> text. */
const files: Readonly<Record<string, string>> = {
  "data.json": '{ "a": [1, 2] }',
  "new.mjs": "export const answer = 42; export default class {}",
  "waits.mjs": "export const answer = await 42;",
  "old.cjs": "module.exports = { answer: 41 };",
  "plain.js": "exports.p = 3;",
  "node_modules/near/package.json":
    '{ "name": "near", "version": "1.0.0", "types": "i.d.ts", "main": "i.js" }',
  "node_modules/near/i.js": "exports.far = 3;",
  "node_modules/near/i.d.ts": "export const far: number;",
  "side.ts": "export const side: string = 'S'; export enum E { A = 4 }",
  "sub/c.ts": "import { d } from '../d'; export const c = d + 1;",
  "d.ts": "export const d = 1;",
  "once.ts": "console.log('once'); export const id = {};",
  "off.ts": "export const off: number = 'O';",
};

/** Writes the files into a notebook's folder. */
export function writeFiles(folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
