import { SetupError } from "../support/say.mjs";

/** The oldest Node that the project runs on; `engines` in package.json says the same. */
export const oldestNode = [20, 12];

/** @throws SetupError when this Node is too old */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new SetupError(
    `Node ${version} is too old: install Node ${oldestNode.join(".")} or newer from nodejs.org and run this again.`,
  );
}
