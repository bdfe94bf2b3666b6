import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { remove } from "../support/files.mjs";
import { firstPage, jupyterEnvironment } from "../support/jupyter.mjs";
import { freePort } from "../support/port.mjs";
import { exitCodeOf } from "../support/run.mjs";
import { say, SetupError } from "../support/say.mjs";
import { kernelName } from "../steps/kernelspec.mjs";

/** A loaded machine may take long over its first start. */
const patienceMs = 120_000;

/**
 * Starts JupyterLab on this machine alone (127.0.0.1, with a token), shows one folder only, says where it is when
 * it listens, and stays until it ends. An interrupt stops it with all its kernels.
 * @param {import("../support/paths.mjs").Workspace} workspace
 * @param {{ port?: string, folder: string, openBrowser: boolean }} options `folder` is what JupyterLab shows
 * @returns {Promise<number>} exit code
 */
export async function serve(workspace, { port: asked, folder, openBrowser }) {
  const port = await freePort(asked);
  const token = process.env.JUPYTER_TOKEN || randomBytes(24).toString("hex");
  const log = path.join(workspace.logs, `jupyter-${port}.log`);
  fs.mkdirSync(workspace.logs, { recursive: true });
  if (!fs.existsSync(folder)) throw new SetupError(`There is no folder ${folder}: check its name.`);
  const out = fs.openSync(log, "w", 0o600);
  const server = spawn(
    workspace.pythonExe,
    ["-m", "jupyterlab", ...serverOptions({ port, folder, openBrowser })],
    {
      cwd: workspace.root,
      env: { ...jupyterEnvironment(workspace), JUPYTER_TOKEN: token },
      stdio: ["ignore", out, out],
      detached: process.platform !== "win32",
    },
  );
  fs.closeSync(out);
  const ended = new Promise((resolve) =>
    server.on("close", (code, signal) => resolve(code ?? exitCodeOf(signal))),
  );
  const stopped = stopOnSignals(server);
  const listens = await Promise.race([answers(port, token), ended.then(() => false)]);
  if (!listens && !stopped()) {
    server.kill("SIGKILL");
    throw new SetupError(`JupyterLab did not start: read the reason in ${log}, mend it and run this again.`);
  }
  if (listens) say(`Vitrine is open at http://127.0.0.1:${port}${firstPage(folder)}?token=${token}`);
  const code = await ended;
  remove(log);
  return stopped() ? 0 : code;
}

function serverOptions({ port, folder, openBrowser }) {
  const root = process.getuid?.() === 0 ? ["--allow-root"] : [];
  return [
    "--ServerApp.ip=127.0.0.1",
    `--ServerApp.port=${port}`,
    "--ServerApp.port_retries=0",
    `--ServerApp.root_dir=${folder}`,
    `--ServerApp.open_browser=${openBrowser ? "True" : "False"}`,
    `--LabApp.default_url=${firstPage(folder)}`,
    "--LabApp.extension_manager=readonly",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=None",
    // Completion comes from the kernel, and looking for language servers would slow every start.
    "--ServerApp.jpserver_extensions={'jupyter_lsp': False}",
    `--KernelSpecManager.allowed_kernelspecs=${kernelName}`,
    "--KernelSpecManager.ensure_native_kernel=False",
    `--MappingKernelManager.default_kernel_name=${kernelName}`,
    ...root,
  ];
}

/**
 * Ends the server on a signal, kernels and all; a second signal ends it at once. The server has a process group of its own, so
 * that Ctrl-C reaches it once, and as a request to end.
 * @returns {() => boolean} whether it was asked to end
 */
function stopOnSignals(server) {
  let stopped = false;
  const stop = () => {
    server.kill(stopped ? "SIGKILL" : "SIGTERM");
    stopped = true;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) whenOrphaned(stop);
  return () => stopped;
}

/** npm runs scripts through a shell, which keeps a signal that is sent to npm alone to itself: its death is the signal. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}

/** Waits until the server answers a request. */
async function answers(port, token) {
  for (const start = Date.now(); Date.now() - start < patienceMs; await sleep(40)) {
    const reply = await fetch(`http://127.0.0.1:${port}/api/status`, {
      headers: { authorization: `token ${token}` },
    }).catch(() => undefined);
    await reply?.arrayBuffer();
    if (reply?.ok) return true;
  }
  return false;
}
