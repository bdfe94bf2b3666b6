import { expect, test } from "vitest";
import { build } from "vite";

const root: string = new URL("../../../", import.meta.url).pathname;

test("JupyterLab loads no view, plot or 3-D library at its start, and each view brings only its own", async () => {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: [{ find: /^vitrine\/(.+)$/, replacement: `${root}lib/src/$1/index.ts` }] },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: `${root}widgets/src/labextension/plugin.ts`,
        external: [/^@jupyter/, /^@lumino/],
        preserveEntrySignatures: "strict",
      },
    },
  });
  const chunks = (Array.isArray(built) ? built : [built])
    .flatMap((one) => ("output" in one ? one.output : []))
    .filter((file) => file.type === "chunk");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  /** Modules that come with a chunk without a further import(). */
  const closure = (name: string, seen: Set<string> = new Set<string>()): string[] => {
    const chunk = byName.get(name);
    if (chunk === undefined || seen.has(name)) return [];
    seen.add(name);
    return [...chunk.moduleIds, ...chunk.imports.flatMap((next) => closure(next, seen))];
  };
  const entry = chunks.find((chunk) => chunk.isEntry)!;
  const heavy = /plotly|vtk\.js|view\/[a-z-]+\/index/;
  const atStart = closure(entry.fileName);
  expect(atStart.some((id) => id.endsWith("labextension/plugin.ts"))).toBe(true);
  expect(atStart.filter((id) => heavy.test(id))).toEqual([]);
  // What JupyterLab's start may cost, in characters of code.
  expect(entry.code.length).toBeLessThan(30_000);

  const view = (name: string): string[] =>
    closure(chunks.find((chunk) => chunk.facadeModuleId?.endsWith(`view/${name}/index.ts`))!.fileName);
  for (const name of ["histogram", "spectrum-view", "curve-view", "volume-view"]) {
    expect(view(name).filter((id) => /plotly|vtk\.js/.test(id))).toEqual([]);
  }
});
