/// <reference types="@webgpu/types" preserve="true" />

/** Drivers that do the work of a graphics card on the processor. */
const softwareNames = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|software/i;

/** What is known of an adapter: the names its driver gives, and whether it says that it is a stand-in. */
export type AdapterNames = Pick<
  GPUAdapterInfo,
  "vendor" | "architecture" | "device" | "description" | "isFallbackAdapter"
>;

/** Whether an adapter only imitates a graphics card: slower than the processor's own kernels. */
export function isSoftware(info: AdapterNames): boolean {
  const names = [info.vendor, info.architecture, info.device, info.description];
  return info.isFallbackAdapter || names.some((name) => softwareNames.test(name));
}

/** An adapter in words. */
export function nameOf(info: AdapterNames): string {
  const names = [info.vendor, info.architecture, info.description].filter((name) => name !== "");
  const name = names.length === 0 ? "unnamed adapter" : names.join(" ");
  return isSoftware(info) ? `${name} (software)` : name;
}
