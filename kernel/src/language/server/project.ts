import { fileURLToPath } from "node:url";

/** Folder of the kernel's rooms, whose types cells see. */
const rooms = fileURLToPath(new URL("../../", import.meta.url));

/**
 * How cells are checked: strictly, as modules of the newest language that Node runs. What a cell may do and a file of
 * a project had better not, labels and lines without use, is let through.
 */
export const compilerOptions: Readonly<Record<string, unknown>> = {
  target: "esnext",
  module: "nodenext",
  moduleResolution: "nodenext",
  moduleDetection: "force",
  lib: ["esnext"],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  allowJs: true,
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
  allowUnusedLabels: true,
  allowUnreachableCode: true,
  paths: { "@vitrine/kernel/*": [`${rooms}*/index.js`] },
};

/** Declarations of what every cell has without an import. */
export function globalsText(): string {
  const from = (room: string): string => `typeof import(${JSON.stringify(`${rooms}${room}/index.js`)})`;
  const ofCell = ["display", "input", "cell", "clearOutput"];
  return [
    `/// <reference types="node" />`,
    ...ofCell.map((name) => `declare var ${name}: ${from("cell")}.${name};`),
    `declare var comm: Pick<${from("cell")}, "openComm" | "openComms" | "registerCommTarget">;`,
    `declare var interact: ${from("controls")}.interact;`,
    `declare function prompt(question?: string): string;`,
    "",
  ].join("\n");
}
