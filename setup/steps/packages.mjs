import fs from "node:fs";
import path from "node:path";
import { hashOf } from "../support/files.mjs";
import { npmCommand, runQuietly } from "../support/run.mjs";
import { during, SetupError } from "../support/say.mjs";
import { once } from "../support/stamp.mjs";

/** Downloads that packages would make on their own, and that nothing here needs. */
const noDownloads = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1", ONNXRUNTIME_NODE_INSTALL_CUDA: "skip" };

/** An unreachable registry is told after seconds, not minutes. */
const npmArguments = [
  "ci",
  "--no-audit",
  "--no-fund",
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=500",
  "--fetch-retry-maxtimeout=2000",
];

/**
 * Installs the npm packages of the lock file, scripts switched off, when the folder does not hold them already.
 * @param {import("../support/paths.mjs").Workspace} workspace
 */
export function ensurePackages(workspace) {
  const lock = path.join(workspace.root, "package-lock.json");
  return once(workspace, {
    name: "packages",
    inputs: hashOf({ files: [lock] }),
    stands: () => fs.existsSync(installedList(workspace)),
    async work() {
      if (!holdsWhatIsLocked(workspace, lock)) await installPackages(workspace);
    },
  });
}

/** What is in npm's cache is taken from there, unless the cache is too old to know a version that is asked for. */
async function installPackages(workspace) {
  const ended = await during("npm packages", async (note) => {
    const fromCache = await npmCi(workspace, ["--prefer-offline"], note);
    return /ETARGET/.test(fromCache.output) ? npmCi(workspace, [], note) : fromCache;
  });
  if (!ended.ok) throw new SetupError(whyNpmFailed(ended.output, ended.log));
}

function npmCi(workspace, more, note) {
  const [npm, ...before] = npmCommand();
  return runQuietly(npm, [...before, ...npmArguments, ...more], {
    cwd: workspace.root,
    env: { ...process.env, ...noDownloads },
    log: path.join(workspace.logs, "packages.log"),
    note,
  });
}

/** One sentence for what npm printed. */
export function whyNpmFailed(output, log) {
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ENOTCACHED|UND_ERR/.test(output))
    return "The npm packages could not be downloaded because the npm registry did not answer: connect to the network (or set npm's registry or proxy) and run this again.";
  if (/ENOSPC/.test(output))
    return "The npm packages do not fit on this disk: free about 1 GB and run this again.";
  if (/EACCES|EPERM/.test(output))
    return "The npm packages could not be written into this folder: make it yours to write (chown) and run this again.";
  return `npm ci failed: read the reason in ${log}, mend it and run this again.`;
}

/** npm writes this list last, so it is missing after an installation that was cut short. */
function installedList(workspace) {
  return path.join(workspace.modules, ".package-lock.json");
}

/** Whether the folder already holds the locked versions, as after an `npm install` by hand. */
function holdsWhatIsLocked(workspace, lock) {
  if (!fs.existsSync(installedList(workspace))) return false;
  const wanted = JSON.parse(fs.readFileSync(lock, "utf8")).packages;
  const installed = JSON.parse(fs.readFileSync(installedList(workspace), "utf8")).packages;
  return Object.entries(wanted)
    .filter(([place]) => place.startsWith("node_modules/") || place.includes("/node_modules/"))
    .every(([place, { version, optional, peer }]) =>
      installed[place]
        ? installed[place].version === version && fs.existsSync(path.join(workspace.root, place))
        : optional || peer,
    );
}
