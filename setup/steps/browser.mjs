import fs from "node:fs";
import path from "node:path";
import { ask, runQuietly } from "../support/run.mjs";
import { during, SetupError } from "../support/say.mjs";
import { alone } from "../support/lock.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The Chrome or Chromium that tests drive: `VITRINE_CHROME`, one that is installed, or one that an earlier run installed.
 * @param {import("../support/paths.mjs").Workspace} workspace
 * @returns {string | undefined} its path
 */
export function findBrowser(workspace, env = process.env) {
  if (env.VITRINE_CHROME) return fs.existsSync(env.VITRINE_CHROME) ? env.VITRINE_CHROME : undefined;
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...places, ...downloaded(workspace)].find((file) => fs.existsSync(file));
}

/**
 * Finds a browser or installs one: Debian's package where this user may, else Playwright's build inside the clone.
 * @param {import("../support/paths.mjs").Workspace} workspace
 * @returns {Promise<string>} its path
 * @throws SetupError when there is none and none can be installed
 */
export async function ensureBrowser(workspace) {
  const found = findBrowser(workspace);
  if (found) return found;
  if (process.env.VITRINE_CHROME)
    throw new SetupError(
      `VITRINE_CHROME is ${process.env.VITRINE_CHROME}, which is not there: set it to a Chrome or Chromium, or unset it.`,
    );
  await alone(workspace, () => during("browser for the tests", (note) => install(workspace, note)));
  const installed = findBrowser(workspace);
  if (installed) return installed;
  throw new SetupError(
    "The tests need a browser and none could be installed: install Chrome or Chromium (or set VITRINE_CHROME to one) and run this again.",
  );
}

async function install(workspace, note) {
  const options = { cwd: workspace.root, note };
  if (process.getuid?.() === 0 && ask("apt-get", ["--version"])) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const log = path.join(workspace.logs, "apt.log");
    await runQuietly("apt-get", ["update"], { ...options, env, log });
    const wanted = ["install", "-y", "--no-install-recommends", "chromium"];
    if ((await runQuietly("apt-get", wanted, { ...options, env, log })).ok) return;
  }
  await runQuietly(
    process.execPath,
    [path.join(workspace.modules, "playwright-core", "cli.js"), "install", "chromium"],
    {
      ...options,
      env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: workspace.browsers },
      log: path.join(workspace.logs, "browser.log"),
    },
  );
}

/** Executables of the builds that Playwright put into the clone, newest first. */
function downloaded({ browsers }) {
  const inside = [
    "chrome-linux64/chrome",
    "chrome-linux/chrome",
    "chrome-win64/chrome.exe",
    "chrome-win/chrome.exe",
  ];
  const mac = ["chrome-mac-arm64", "chrome-mac-x64", "chrome-mac"].flatMap((folder) => [
    `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
  ]);
  const builds = fs.existsSync(browsers)
    ? fs.readdirSync(browsers).filter((name) => /^chromium-\d+$/.test(name))
    : [];
  return builds
    .sort((a, b) => Number(b.split("-")[1]) - Number(a.split("-")[1]))
    .flatMap((build) => [...inside, ...mac].map((file) => path.join(browsers, build, file)));
}
