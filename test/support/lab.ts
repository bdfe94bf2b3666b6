import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** A JupyterLab that `npm start` brought up, on a folder of its own so that no notebook of the clone is written to. */
export interface Lab {
  /** Address with its token, as it was printed. */
  readonly address: string;
  /** Folder that JupyterLab shows. */
  readonly folder: string;
  /** Address of a notebook in that folder. */
  notebook(name: string): string;
  stop(): Promise<void>;
}

/** Starts JupyterLab as a user does, with copies of these notebooks. */
export async function startLab(notebooks: readonly string[], patienceMs: number = 240_000): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-lab-"));
  for (const name of notebooks) cpSync(join(root, "notebooks", name), join(folder, name));
  const server = spawn(process.execPath, ["setup/start.mjs", "--no-browser", "--folder", folder], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await printedAddress(server, patienceMs);
  return {
    address,
    folder,
    notebook: (name) => address.replace(/\/lab.*\?/, `/lab/tree/${encodeURIComponent(name)}?`),
    async stop() {
      const gone = new Promise((resolve) => server.once("close", resolve));
      server.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function printedAddress(server: ChildProcess, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const late = setTimeout(() => {
      server.kill("SIGTERM");
      reject(new Error(`JupyterLab did not listen within ${patienceMs / 1000} s; it printed:\n${text}`));
    }, patienceMs);
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/lab\S*/.exec(text);
      if (found === null) return;
      clearTimeout(late);
      resolve(found[0]);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`npm start ended with ${code}; it printed:\n${text}`));
    });
  });
}
