import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { findBrowser } from "./browser.js";

/** Name of the file in which SwiftShader, Chromium's own driver in software, introduces itself. */
const driverFile = "vk_swiftshader_icd.json";

/** Places of drivers in software: beside the browser of the tests, and where systems have it. */
function usualPlaces(): string[] {
  const browser = findBrowser();
  const beside = browser === undefined ? [] : [join(dirname(browser), driverFile)];
  const folders = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, driverFile));
  return [
    ...beside,
    `/usr/lib/chromium/${driverFile}`,
    `/usr/lib/chromium-browser/${driverFile}`,
    ...folders,
  ];
}

/**
 * Makes WebGPU in this process use a driver in software: the one that VITRINE_VULKAN_ICD names, or SwiftShader beside the browser.
 * To be called before WebGPU is. Elsewhere than on Linux, WebGPU takes what the system has.
 * @throws Error if there is none
 */
export function useSoftwareVulkan(): void {
  if (process.platform !== "linux") return;
  const named = process.env["VITRINE_VULKAN_ICD"];
  const places = named === undefined || named === "" ? usualPlaces() : [named];
  const file = places.find((path) => existsSync(path));
  if (file === undefined) {
    throw new Error(
      `no Vulkan driver in software at ${places[0]}: install Chromium, which brings SwiftShader, or Mesa 25 or later, and name its *_icd.json in VITRINE_VULKAN_ICD`,
    );
  }
  process.env["VK_DRIVER_FILES"] = file;
  process.env["VK_ICD_FILENAMES"] = file;
}
