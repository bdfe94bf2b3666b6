import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The clone that the tests lie in. */
export const root: string = join(import.meta.dirname, "..", "..");

/** A module of `setup/`, which is plain JavaScript, as the type that a test says it has. */
export async function setupModule<T>(file: string): Promise<T> {
  return (await import(pathToFileURL(join(root, "setup", file)).href)) as T;
}

/** Copies what a fresh clone of this state would hold, new files included, nothing that was built or installed. */
export function cloneInto(folder: string): string {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter((name) => name !== "" && existsSync(join(root, name)))) {
    cpSync(join(root, file), join(folder, file));
  }
  return folder;
}

/** Writes files below a folder, given by their relative paths. */
export function plant(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A program for the PATH, written in shell. */
export function plantProgram(folder: string, name: string, script: string): string {
  plant(folder, { [name]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
}

/** How a command ended and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  readonly seconds: number;
}

/** A command at work: its process, and its end. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  printed(): string;
}

/** Variables that npm and the test runner set, and that a user's shell does not have. */
const inherited = /^(npm_|INIT_CWD$|VITEST|VITRINE_|NODE_ENV$|NODE_OPTIONS$|CI$)/;

/** The environment of a user's shell, with changes. */
export function shellEnvironment(changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !inherited.test(name));
  return { ...Object.fromEntries(kept), ...changes };
}

/** Starts a command as from a user's shell in `cwd`. */
export function start(
  command: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv },
): Running {
  const began = Date.now();
  const [program, ...args] = command as [string, ...string[]];
  const child = spawn(program, args, { cwd, env: shellEnvironment(env), stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let error = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (error += text));
  const ended = new Promise<Ended>((resolve) =>
    child.on("close", (code) => resolve({ code, out, error, seconds: (Date.now() - began) / 1000 })),
  );
  return { child, ended, printed: () => out + error };
}

/** Runs a command of `setup/` to its end. */
export function runSetup(
  clone: string,
  script: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return start([process.execPath, join(clone, "setup", script), ...args], { cwd: clone, env }).ended;
}
