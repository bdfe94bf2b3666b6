import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plant, setupModule } from "../support/workspace.js";

interface VulkanStep {
  findVulkanDriver(browser: string, env?: NodeJS.ProcessEnv): string | undefined;
}

const folder = temporaryFolder();

test("the driver that is named is taken, or none", async () => {
  const { findVulkanDriver } = await setupModule<VulkanStep>("steps/vulkan.mjs");
  plant(folder, { "own_icd.json": "{}" });
  const named = join(folder, "own_icd.json");
  expect(findVulkanDriver("chrome", { VITRINE_VULKAN_ICD: named })).toBe(named);
  expect(findVulkanDriver("chrome", { VITRINE_VULKAN_ICD: join(folder, "missing.json") })).toBeUndefined();
});

test("a driver beside the browser is found", async () => {
  const { findVulkanDriver } = await setupModule<VulkanStep>("steps/vulkan.mjs");
  plant(folder, { "browser/chrome": "", "browser/vk_swiftshader_icd.json": "{}" });
  const beside = join(folder, "browser", "vk_swiftshader_icd.json");
  expect(findVulkanDriver(join(folder, "browser", "chrome"), {})).toBe(beside);
});
