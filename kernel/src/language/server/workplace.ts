import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join, parse, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compilerOptions, globalsText } from "./project.js";

/**
 * The private folder in which the server finds the cells. Inside it the path to the notebook's folder is built again,
 * `…/disk/home/me/notes`, and the cells lie at its end: together with the compiler's `rootDirs` they import what a
 * module in the notebook's folder would import, `../maps.js` and all. Packages are found through links, beside the
 * notebook first and then beside the kernel, as the session itself looks for them.
 */
export interface Workplace {
  /** Folder of the cells. */
  readonly cells: string;
  /** Folder of the one file whose names are asked for; nothing is resolved from there. */
  readonly names: string;
  /** Links packages that have been installed since. */
  relink(): void;
  remove(): void;
}

/** File of the cell that is checked, and of the one that is typed. */
export const cellFile = "vitrine-cell.ts";
/** File whose names are asked for. */
export const namesFile = "names.ts";

const kernelFolder = dirname(fileURLToPath(new URL("../../../package.json", import.meta.url)));
const prefix = `vitrine-types-${hostname().replace(/[^\w-]/g, "")}-`;

/** Makes the folder, readable by its owner alone, on a memory disk where there is one. Those of dead kernels go. */
export function makeWorkplace(notebookFolder: string): Workplace {
  const home = memoryDisk() ?? tmpdir();
  reap(home);
  const folder = realpathSync(mkdtempSync(join(home, `${prefix}${process.pid}-`)));
  const disk = linkedPackages(folder, above(kernelFolder));
  const { root } = parse(notebookFolder);
  const cells = join(disk, relative(root, notebookFolder));
  mkdirSync(cells, { recursive: true });
  const relink = (): void => {
    for (const place of above(notebookFolder)) link(place, join(disk, relative(root, place)));
  };
  relink();
  const names = join(folder, "names");
  mkdirSync(names);
  const write = (path: string, value: object): void => writeFileSync(path, JSON.stringify(value));
  write(join(folder, "package.json"), { type: "module" });
  write(join(folder, "tsconfig.json"), {
    compilerOptions: { ...compilerOptions, rootDirs: [disk, root] },
    files: ["vitrine-globals.d.ts", cellFile].map((name) => join(cells, name)),
  });
  write(join(names, "tsconfig.json"), {
    compilerOptions: { ...compilerOptions, noResolve: true, noLib: true },
    files: [namesFile],
  });
  writeFileSync(join(cells, "vitrine-globals.d.ts"), globalsText());
  writeFileSync(join(cells, cellFile), "export {};\n");
  writeFileSync(join(names, namesFile), "");
  return { cells, names, relink, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Address of a file as the server writes it. */
export function fileAddress(folder: string, name: string): string {
  return pathToFileURL(join(folder, name)).href;
}

/** A chain of folders, each with the packages of one of `places`, so that the innermost sees the nearest first. */
function linkedPackages(folder: string, places: readonly string[]): string {
  let at = folder;
  for (const place of [...places].reverse()) {
    link(place, at);
    at = join(at, "inner");
    mkdirSync(at);
  }
  const disk = join(at, "disk");
  mkdirSync(disk);
  return disk;
}

function link(place: string, at: string): void {
  const name = join(at, "node_modules");
  if (existsSync(name)) return;
  mkdirSync(at, { recursive: true });
  symlinkSync(join(place, "node_modules"), name, "junction");
}

/** A folder and those around it, the nearest first, as far as they hold packages. */
function above(folder: string): string[] {
  const parent = dirname(folder);
  const outer = parent === folder ? [] : above(parent);
  return existsSync(join(folder, "node_modules")) ? [folder, ...outer] : outer;
}

/** What `statfs` calls a disk in memory. */
const tmpfs = 0x01021994;

function memoryDisk(): string | undefined {
  try {
    if (process.platform !== "linux" || statfsSync("/dev/shm").type !== tmpfs) return undefined;
    accessSync("/dev/shm", constants.W_OK | constants.X_OK);
    return "/dev/shm";
  } catch {
    return undefined;
  }
}

function reap(home: string): void {
  for (const name of readdirSync(home)) {
    if (!name.startsWith(prefix)) continue;
    const pid = parseInt(name.slice(prefix.length));
    const path = join(home, name);
    if (isAlive(pid) || statSync(path, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
