import { expect, test } from "vitest";
import { nodeHost } from "../../../../lib/src/compute/node/host.js";
import { fusedKernels, plainKernels } from "../../../../lib/src/compute/wasm/binary.js";
import { instantiate, kernelModule } from "../../../../lib/src/compute/wasm/module.js";

const host = nodeHost();

test.each([
  [true, true],
  [true, false],
  [false, true],
  [false, false],
])("kernels for shared memory: %s, fused: %s, work in such a memory and no other", async (shared, fused) => {
  const module = await kernelModule(host, { shared, fused });
  const memory = (of: boolean): WebAssembly.Memory =>
    new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: of });
  expect(instantiate(module, memory(shared))["clearNumbers"]).toBeTypeOf("function");
  expect(() => instantiate(module, memory(!shared))).toThrow(WebAssembly.LinkError);
});

test("this engine takes fused kernels, and one that does not gets plain ones", async () => {
  const decoded = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, "base64"));
  expect(host.accepts(decoded(fusedKernels.base64))).toBe(true);
  const asked: Uint8Array[] = [];
  const old = { ...host, accepts: (bytes: Uint8Array) => asked.push(bytes) < 0 };
  await kernelModule(old, { shared: true, fused: true });
  expect(asked).toEqual([decoded(fusedKernels.base64)]);
  await kernelModule(old, { shared: true, fused: false });
  expect(asked).toHaveLength(1);
  expect(decoded(plainKernels.base64)).not.toEqual(asked[0]);
});
