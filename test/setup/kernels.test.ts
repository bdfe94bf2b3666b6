import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plant, root, start, type Ended } from "../support/workspace.js";

const step = join(root, "test", "setup", "fixtures", "step.mjs");
const kernel = `
export function addOne(args: usize, first: i32, last: i32, scratch: usize): void {
  for (let i = first; i < last; i++) store<i32>(args + 4 * i, load<i32>(args + 4 * i) + 1);
}
`;

test("kernels are compiled when they changed, into a module for memory of one thread or of many", async () => {
  const place = temporaryFolder();
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  plant(place, { "package-lock.json": "{}" });
  const room = join(place, "lib", "src", "compute", "wasm");
  const build = (): Promise<Ended> =>
    start([process.execPath, step, join(root, "setup"), "kernels", place], { cwd: place }).ended;
  plant(join(room, "assembly"), { "index.ts": kernel });
  expect((await build()).out).toMatch(/worked/);
  expect((await build()).out.trim()).toBe("nothing to do");

  const text = readFileSync(join(room, "binary.ts"), "utf8");
  const found = [...text.matchAll(/"([A-Za-z0-9+/=]+)",\s+sharedFlagAt: (\d+)/g)];
  expect(found).toHaveLength(2); // plain kernels, and fused ones
  for (const [, base64, flag] of found) {
    const bytes = Buffer.from(base64!, "base64");
    for (const shared of [true, false]) {
      if (!shared) bytes[Number(flag)] = 1;
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared });
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
      (exports as { addOne: (args: number, first: number, last: number) => void }).addOne(64, 0, 2);
      expect(Array.from(new Int32Array(memory.buffer, 64, 3))).toEqual([1, 1, 0]);
    }
  }

  rmSync(join(room, "binary.ts"));
  expect((await build()).out).toMatch(/worked/);
  plant(join(room, "assembly"), { "index.ts": "export function broken(: void {}" });
  const { code, error } = await build();
  expect(code).toBe(1);
  expect(error).toMatch(/^The kernels do not compile: mend ERROR .*\n$/);
}, 120_000);
