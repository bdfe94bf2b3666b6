import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

/** Names under which Chrome and Chromium are installed. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** No sandbox inside containers, WebGL2 on the processor, and nothing that would ask the network. */
const launchArguments = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of an installed Chrome or Chromium: the one named by VITRINE_CHROME, one on the path, or playwright's own. */
export function findBrowser(): string | undefined {
  const named = process.env["VITRINE_CHROME"];
  if (named !== undefined && named !== "") return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const system = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
  return [...installed, ...system, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

/** Starts a headless browser. @throws Error if there is none */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error(
      "no Chrome or Chromium found: install one, or name it in the environment variable VITRINE_CHROME",
    );
  }
  return chromium.launch({ executablePath, args: [...launchArguments, ...extraArguments] });
}
