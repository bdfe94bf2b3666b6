import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { gpu } from "../../../../lib/src/compute/webgpu/adapter/gpu.js";
import { requestDevice } from "../../../../lib/src/compute/webgpu/adapter/request-device.js";
import { isSoftware, nameOf } from "../../../../lib/src/compute/webgpu/adapter/software.js";
import { webgpuBackend } from "../../../../lib/src/compute/webgpu/index.js";
import { root, start } from "../../../support/workspace.js";
import { useSoftwareVulkan } from "../../../support/vulkan.js";

const card = {
  vendor: "nvidia",
  architecture: "ampere",
  device: "",
  description: "A10G",
  isFallbackAdapter: false,
};

describe("adapters in software", () => {
  test.each([
    { ...card, vendor: "google", architecture: "swiftshader" },
    { ...card, description: "llvmpipe (LLVM 19.1, 256 bits)" },
    { ...card, vendor: "microsoft", description: "Microsoft Basic Render Driver" },
    { ...card, isFallbackAdapter: true },
  ])("are known by their names, or by what they say: $vendor $architecture $description", (info) => {
    expect(isSoftware(info)).toBe(true);
    expect(nameOf(info)).toContain("(software)");
  });

  test("are not graphics cards", () => {
    expect(isSoftware(card)).toBe(false);
    expect(nameOf(card)).toBe("nvidia ampere A10G");
  });

  test("are refused with the way out, unless they are asked for", async () => {
    useSoftwareVulkan();
    await expect(webgpuBackend()).rejects.toThrow(
      /WebGPU adapter: got .*\(software\), wanted a graphics card .*allowSoftware/,
    );
    const { device, name } = await requestDevice(await gpu(), true);
    expect(name).toContain("(software)");
    device.destroy();
  });
});

test("no adapter is an error that says what is missing", async () => {
  const nothing = { requestAdapter: () => Promise.resolve(null) } as unknown as Parameters<
    typeof requestDevice
  >[0];
  await expect(requestDevice(nothing, true)).rejects.toThrow(
    /WebGPU adapter: got none, wanted a graphics card .*libvulkan1/,
  );
});

test("a program that used the backend ends by itself", async () => {
  useSoftwareVulkan();
  const address = (path: string): string => JSON.stringify(pathToFileURL(join(root, path)).href);
  const script = `
    import { register } from "node:module";
    register(${address("setup/support/typescript-loader.mjs")});
    const { webgpuBackend } = await import(${address("lib/src/compute/webgpu/index.ts")});
    const backend = await webgpuBackend({ allowSoftware: true });
    const array = backend.allocate(8, "array");
    backend.write(array, Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    await backend.multiply({ a: array, b: array, to: array, conjugate: true });
    console.log((await backend.read(array, new Float32Array(8))).join(" "));`;
  const command = [process.execPath, "--input-type=module", "-e", script];
  const { out, code } = await start(command, { cwd: root }).ended;
  expect(out.trim()).toBe("5 0 25 0 61 0 113 0");
  expect(code).toBe(0);
});
