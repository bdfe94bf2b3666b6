import { build } from "vite";
import type { Browser, ConsoleMessage, Page } from "playwright-core";
import type { AnyView } from "../../widgets/src/view/parts/index.js";
import { launchBrowser } from "./browser.js";
import type * as Harness from "./page-harness.js";
import type { Mounted } from "./page-harness.js";

declare global {
  interface Window {
    /** The module under test. */
    subject: { readonly default: AnyView };
    harness: typeof Harness;
    mounted: Mounted;
  }
}

const root: string = new URL("../../", import.meta.url).pathname;
const origin = "http://vitrine.test/";

/** A plain page with the module under test in `window.subject` and the harness in `window.harness`. */
export interface ViewPage {
  readonly page: Page;
  /** Errors the page met; a test ends by expecting none. */
  readonly errors: string[];
  readonly close: () => Promise<void>;
}

/** What opens pages of one module. */
export interface ViewBench {
  readonly open: (options?: {
    readonly dark?: boolean;
    readonly deviceScaleFactor?: number;
    /** Runs in the page before anything else. */
    readonly before?: string;
  }) => Promise<ViewPage>;
  readonly close: () => Promise<void>;
}

/** Bundles a module of the repository as it stands, starts a browser and serves the bundle from memory. Nothing is fetched from a network. */
export async function pageBench(module: string): Promise<ViewBench> {
  const [files, browser] = await Promise.all([bundle(module), launchBrowser()]);
  return {
    open: (options = {}) => openPage(browser, files, options),
    close: () => browser.close(),
  };
}

async function bundle(module: string): Promise<Map<string, string>> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: [{ find: /^vitrine\/(.+)$/, replacement: `${root}lib/src/$1/index.ts` }] },
    build: {
      write: false,
      minify: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: {
          subject: `${root}${module}`,
          harness: `${root}test/support/page-harness.ts`,
        },
        preserveEntrySignatures: "strict",
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  return new Map(
    outputs.map((file) => [file.fileName, file.type === "chunk" ? file.code : String(file.source)]),
  );
}

const html = `<!doctype html><meta charset="utf-8"><title>view</title>
<style>body { margin: 12px; background: #fff } @media (prefers-color-scheme: dark) { body { background: #16181c } }</style>
<script type="module">
import * as subject from "./subject.js";
import * as harness from "./harness.js";
Object.assign(window, { subject, harness, ready: true });
</script>`;

async function openPage(
  browser: Browser,
  files: ReadonlyMap<string, string>,
  {
    dark = false,
    deviceScaleFactor = 1,
    before,
  }: { dark?: boolean; deviceScaleFactor?: number; before?: string },
): Promise<ViewPage> {
  const context = await browser.newContext({
    colorScheme: dark ? "dark" : "light",
    deviceScaleFactor,
    viewport: { width: 900, height: 760 },
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.route("**/*", (route) => {
    const path = route.request().url().slice(origin.length);
    const file = files.get(path);
    if (path === "") return route.fulfill({ contentType: "text/html", body: html });
    if (file === undefined) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ contentType: "text/javascript", body: file });
  });
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(origin);
  await page.waitForFunction("window.ready === true");
  return { page, errors, close: () => context.close() };
}
