import fs from "node:fs";
import path from "node:path";
import { ask, runQuietly } from "../support/run.mjs";
import { during, SetupError } from "../support/say.mjs";
import { alone } from "../support/lock.mjs";

/** Names of the files in which drivers in software introduce themselves, the better one first. */
const drivers = ["vk_swiftshader_icd.json", "lvp_icd.x86_64.json", "lvp_icd.aarch64.json", "lvp_icd.json"];
/** The oldest Mesa whose driver in software WebGPU takes. */
const oldestMesa = 25;
const shared = "/usr/share/vulkan/icd.d";
const loaders = [
  "/usr/lib/x86_64-linux-gnu/libvulkan.so.1",
  "/usr/lib/aarch64-linux-gnu/libvulkan.so.1",
  "/usr/lib64/libvulkan.so.1",
  "/usr/lib/libvulkan.so.1",
];

/**
 * The Vulkan driver in software that tests of WebGPU run on: `VITRINE_VULKAN_ICD`, SwiftShader beside the browser, or Mesa's.
 * @param {string} browser path of the Chromium that tests drive
 * @returns {string | undefined} path of the file that introduces it
 */
export function findVulkanDriver(browser, env = process.env) {
  if (env.VITRINE_VULKAN_ICD)
    return fs.existsSync(env.VITRINE_VULKAN_ICD) ? env.VITRINE_VULKAN_ICD : undefined;
  const beside = [browser, realPath(browser)].map((file) => path.dirname(file));
  const folders = [...beside, "/usr/lib/chromium", "/usr/lib/chromium-browser"];
  const [swiftShader, ...mesas] = drivers;
  const found = folders.map((folder) => path.join(folder, swiftShader)).find((file) => fs.existsSync(file));
  if (found) return found;
  return mesaVersion() >= oldestMesa
    ? mesas.map((name) => path.join(shared, name)).find((file) => fs.existsSync(file))
    : undefined;
}

/**
 * Finds Vulkan for the tests of WebGPU: its loader, installed where this user may, and a driver in software.
 * @param {import("../support/paths.mjs").Workspace} workspace
 * @param {string} browser path of the Chromium that tests drive, which brings a driver
 * @returns {Promise<string | undefined>} path of the driver's file; nothing where another system than Vulkan does the work
 * @throws SetupError when there is none and none can be installed
 */
export async function ensureVulkan(workspace, browser) {
  if (process.platform !== "linux") return undefined;
  if (!hasLoader()) {
    await alone(workspace, () => during("Vulkan for the tests", (note) => installLoader(workspace, note)));
    if (!hasLoader())
      throw new SetupError(
        "The tests of WebGPU need Vulkan's loader and it could not be installed: install the package libvulkan1 and run this again.",
      );
  }
  const driver = findVulkanDriver(browser);
  if (driver) return driver;
  throw new SetupError(
    process.env.VITRINE_VULKAN_ICD
      ? `VITRINE_VULKAN_ICD is ${process.env.VITRINE_VULKAN_ICD}, which is not there: set it to a driver's *_icd.json, or unset it.`
      : `The tests of WebGPU need a Vulkan driver in software and there is none: install Debian's chromium, or mesa-vulkan-drivers ${oldestMesa} or later, and run this again.`,
  );
}

async function installLoader(workspace, note) {
  if (process.getuid?.() !== 0 || !ask("apt-get", ["--version"])) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { cwd: workspace.root, note, env, log: path.join(workspace.logs, "vulkan.log") };
  const wanted = ["install", "-y", "--no-install-recommends", "libvulkan1"];
  if ((await runQuietly("apt-get", wanted, options)).ok) return;
  await runQuietly("apt-get", ["update"], options);
  await runQuietly("apt-get", wanted, options);
}

function hasLoader() {
  if (loaders.some((file) => fs.existsSync(file))) return true;
  return /libvulkan\.so\.1\b/.test(ask("/sbin/ldconfig", ["-p"]) ?? "");
}

function mesaVersion() {
  const version = ask("dpkg-query", ["-W", "-f=${Version}", "mesa-vulkan-drivers"]);
  return Number.parseInt(version ?? "0", 10) || 0;
}

function realPath(file) {
  return fs.existsSync(file) ? fs.realpathSync(file) : file;
}
