import fs from "node:fs";
import path from "node:path";
import { filesBelow, hashOf, writeWhole } from "../support/files.mjs";
import { runQuietly } from "../support/run.mjs";
import { during, SetupError } from "../support/say.mjs";
import { once } from "../support/stamp.mjs";

/**
 * Compiles the library's kernels to WebAssembly when one of them changed, and writes them as a module that the rest of the
 * library imports like any other.
 * @param {import("../support/paths.mjs").Workspace} workspace
 */
export function ensureKernels(workspace) {
  const room = path.join(workspace.root, "lib", "src", "compute", "wasm");
  const binary = path.join(room, "binary.ts");
  const sources = filesBelow(path.join(room, "assembly")).map((file) => path.join(room, "assembly", file));
  return once(workspace, {
    name: "kernels",
    inputs: hashOf({ files: [...sources, path.join(workspace.root, "package-lock.json")] }),
    stands: () => fs.existsSync(binary),
    work: () =>
      during("kernels", async (note) => {
        const shared = await compiled(workspace, room, note, true);
        const single = await compiled(workspace, room, note, false);
        writeWhole(binary, moduleOf(shared, flagAt(shared, single)));
      }),
  });
}

/** What the compiler makes of the kernels: SIMD, no run time of its own, a memory given from outside. */
async function compiled(workspace, room, note, shared) {
  const out = path.join(workspace.root, ".vitrine", `kernels-${shared ? "shared" : "single"}.wasm`);
  const compiler = path.join(workspace.modules, "assemblyscript", "bin", "asc.js");
  const memory = ["--importMemory", "--initialMemory", "1", "--maximumMemory", "65536"];
  const { ok, output, log } = await runQuietly(
    process.execPath,
    [
      ...[compiler, path.join(room, "assembly", "index.ts"), "-o", out],
      ...["-O3", "--converge", "--noAssert", "--runtime", "stub", "--enable", "simd", "--enable", "threads"],
      ...[...memory, ...(shared ? ["--sharedMemory"] : [])],
    ],
    { cwd: workspace.root, log: path.join(workspace.logs, "kernels.log"), note },
  );
  if (ok) return fs.readFileSync(out);
  const error = output.split("\n").find((line) => line.includes("ERROR")) ?? `what ${log} says`;
  throw new SetupError(`The kernels do not compile: mend ${error.trim()}, then run this again.`);
}

/** The one byte in which the two differ: the flags of the memory. */
function flagAt(shared, single) {
  const differing = [...shared.keys()].filter((at) => shared[at] !== single[at]);
  if (shared.length !== single.length || differing.length !== 1 || single[differing[0]] !== 1) {
    throw new SetupError(
      "The kernels for shared and for single memory differ in more than the flag of the memory: this is a mistake of ours, please report it.",
    );
  }
  return differing[0];
}

function moduleOf(bytes, sharedFlag) {
  return `// @generated from assembly/ by setup/steps/kernels.mjs: not kept in the repository.

/** The compiled kernels in base64, for memory that threads share. */
export const kernelBytes: string =
  "${bytes.toString("base64")}";

/** Where the byte is that says so. */
export const sharedFlagAt = ${sharedFlag} as number;
`;
}
