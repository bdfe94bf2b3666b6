import type { Host } from "./host.js";

let known: Host | undefined;

/** The host of this process, found on first use. */
export async function loadHost(): Promise<Host> {
  known ??= isNode()
    ? (await import(/* webpackIgnore: true */ "../node/host.js")).nodeHost()
    : (await import("./browser-host.js")).browserHost();
  return known;
}

/** The host, where something has loaded it. */
export function knownHost(): Host | undefined {
  return known;
}

function isNode(): boolean {
  const about = globalThis as unknown as Record<string, { versions?: { node?: string } } | undefined>;
  return about["process"]?.versions?.node !== undefined;
}
