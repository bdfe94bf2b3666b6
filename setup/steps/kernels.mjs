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
        const plain = await compiled(workspace, room, note, "plain", []);
        const fused = await compiled(workspace, room, note, "fused", ["--enable", "relaxed-simd"]);
        writeWhole(binary, moduleOf(plain, fused));
      }),
  });
}

/** What the compiler makes of the kernels: SIMD, no run time of its own, a shared memory given from outside. */
async function compiled(workspace, room, note, name, features) {
  const out = path.join(workspace.root, ".vitrine", `kernels-${name}.wasm`);
  const compiler = path.join(workspace.modules, "assemblyscript", "bin", "asc.js");
  const memory = ["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"];
  const { ok, output, log } = await runQuietly(
    process.execPath,
    [
      ...[compiler, path.join(room, "assembly", "index.ts"), "-o", out],
      ...["-O3", "--converge", "--noAssert", "--runtime", "stub", "--enable", "simd", "--enable", "threads"],
      ...[...memory, ...features],
    ],
    { cwd: workspace.root, log: path.join(workspace.logs, "kernels.log"), note },
  );
  if (ok) return fs.readFileSync(out);
  const error = output.split("\n").find((line) => line.includes("ERROR")) ?? `what ${log} says`;
  throw new SetupError(`The kernels do not compile: mend ${error.trim()}, then run this again.`);
}

/** Where a module says how the memory is that it asks for: behind the names of the import and its kind, 3 for shared and 1 for not. */
function sharedFlagAt(bytes) {
  const at = bytes.indexOf("\x03env\x06memory\x02\x03", "latin1");
  if (at >= 0) return at + "\x03env\x06memory\x02".length;
  throw new SetupError(
    "The kernels don't ask for a shared memory: this is a mistake of ours, please report it.",
  );
}

function moduleOf(plain, fused) {
  return `// @generated from assembly/ by setup/steps/kernels.mjs: not kept in the repository.

/** The kernels in base64, for memory that threads share, and where the byte is that says so. */
export interface CompiledKernels {
  readonly base64: string;
  readonly sharedFlagAt: number;
}

/** With SIMD as every engine has it. */
export const plainKernels: CompiledKernels = ${kernels(plain)};

/** With relaxed SIMD: a product and a sum in one step. */
export const fusedKernels: CompiledKernels = ${kernels(fused)};
`;
}

function kernels(bytes) {
  return `{
  base64:
    "${bytes.toString("base64")}",
  sharedFlagAt: ${sharedFlagAt(bytes)},
}`;
}
