import fs from "node:fs";
import path from "node:path";
import { filesBelow, hashOf, writeWhole } from "../support/files.mjs";
import { alone } from "../support/lock.mjs";
import { once } from "../support/stamp.mjs";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuild } from "./build.mjs";
import { ensureEnvironment, ensureTestRequirements } from "./environment.mjs";
import { ensureKernels } from "./kernels.mjs";
import { kernelspecStands, placeKernelspec } from "./kernelspec.mjs";
import { ensureLabextension, extensionName, placeLabextension } from "./labextension.mjs";
import { checkNode } from "./node.mjs";
import { ensurePackages } from "./packages.mjs";
import { ensureVulkan } from "./vulkan.mjs";

/**
 * Does whatever set-up is missing, in this clone alone; nothing when nothing changed.
 * @param {import("../support/paths.mjs").Workspace} workspace
 */
export async function setUp(workspace) {
  checkNode();
  await alone(workspace, async () => {
    await both(ensureBuilt(workspace), ensureEnvironment(workspace));
    await ensurePlaced(workspace);
    fs.mkdirSync(path.join(workspace.jupyter, "ipython"), { recursive: true });
  });
}

/** The same, and what the tests need on top. Returns the paths of the browser that they drive and of a Vulkan driver in software. */
export async function setUpTests(workspace) {
  await setUp(workspace);
  await alone(workspace, () => ensureTestRequirements(workspace));
  const browser = await ensureBrowser(workspace);
  return { browser, vulkanDriver: await ensureVulkan(workspace, browser) };
}

/** Packages, compiled sources and the bundled extension: what needs no Python. */
export async function setUpBuild(workspace) {
  checkNode();
  await alone(workspace, () => ensureBuilt(workspace));
}

async function ensureBuilt(workspace) {
  await ensurePackages(workspace);
  await ensureKernels(workspace);
  await ensureBuild(workspace);
  await ensureLabextension(workspace);
}

/** Kernel, extension and settings inside the private environment. */
function ensurePlaced(workspace) {
  const { share, labextension } = workspace;
  const installer = path.join(workspace.root, "kernel", "dist", "install");
  const inDist = filesBelow(installer).map((file) => path.join(installer, file));
  const bundled = filesBelow(labextension).map((file) => path.join(labextension, file));
  return once(workspace, {
    name: "placed",
    inputs: hashOf({
      texts: [workspace.root, process.execPath],
      files: [...inDist, ...bundled, workspace.overrides],
    }),
    stands: () =>
      kernelspecStands(share) &&
      fs.existsSync(path.join(share, "labextensions", extensionName, "package.json")),
    async work() {
      await placeKernelspec(workspace, share);
      placeLabextension(workspace, share);
      writeWhole(
        path.join(share, "lab", "settings", "overrides.json"),
        fs.readFileSync(workspace.overrides, "utf8"),
      );
    },
  });
}

/** Waits for both to end before the first failure is told, so that nothing goes on behind the user's back. */
async function both(...works) {
  const ends = await Promise.allSettled(works);
  const failure = ends.find((end) => end.status === "rejected");
  if (failure) throw failure.reason;
}
