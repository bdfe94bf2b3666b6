import { expect, test } from "vitest";
import { webgpuBackend } from "../../../../lib/src/compute/webgpu/index.js";
import type { OwnBackend } from "../../../../lib/src/compute/index.js";
import { useSoftwareVulkan } from "../../../support/vulkan.js";
import { backendContract } from "../backend-contract.js";

function softwareBackend(): Promise<OwnBackend> {
  useSoftwareVulkan();
  return webgpuBackend({ allowSoftware: true });
}

test("there is an adapter in software to test on", async () => {
  const backend = await softwareBackend();
  expect(backend.device).not.toBe("");
  backend.stop();
});

backendContract("webgpu", softwareBackend);
