import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runJupyter } from "../support/jupyter.js";
import { root } from "../support/kernel-path.js";
import { temporaryFolder } from "../support/temporary.js";

const folder = temporaryFolder();

test("jupyter_kernel_test passes whole", () => {
  const { status, stderr } = runJupyter(folder, [join(root, "test/conformance/test_kernel.py")]);
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(/^OK \(skipped=1\)$/m); // the pager, which is IPython's alone
  expect(Number(/^Ran (\d+) tests/m.exec(stderr)?.[1])).toBeGreaterThanOrEqual(13);
});

const cell = (source: string): object => ({
  cell_type: "code",
  id: `c${source.length}`,
  execution_count: null,
  metadata: {},
  outputs: [],
  source,
});

const notebook = (...sources: string[]): object => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "vitrine", display_name: "TypeScript (Vitrine)", language: "typescript" } },
  cells: sources.map(cell),
});

interface Cell {
  readonly execution_count: number;
  readonly outputs: readonly {
    readonly output_type: string;
    readonly text?: string | string[];
    readonly data?: Readonly<Record<string, string | string[]>>;
    readonly ename?: string;
  }[];
}

const flat = (text: string | string[] | undefined): string => [text ?? ""].flat().join("");

test("nbclient runs a notebook and stores what it shows", () => {
  const file = join(folder, "run.ipynb");
  writeFileSync(
    file,
    JSON.stringify(
      notebook(
        "const voxelSizeA: number = await Promise.resolve(1.06);\nconsole.log('voxel', voxelSizeA);",
        "display({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '<b>map</b>', 'text/plain': 'map' }) });\nvoxelSizeA * 2",
      ),
    ),
  );
  const { status, stderr } = runJupyter(folder, ["-m", "jupyter", "execute", "--inplace", file]);
  expect(status, stderr).toBe(0);
  const { cells, metadata } = JSON.parse(readFileSync(file, "utf8")) as {
    cells: Cell[];
    metadata: { language_info: object };
  };
  expect(metadata.language_info).toMatchObject({ name: "typescript", file_extension: ".ts" });
  expect(cells.map((one) => one.execution_count)).toEqual([1, 2]);
  expect(flat(cells[0]!.outputs[0]!.text)).toBe("voxel 1.06\n");
  expect(cells[1]!.outputs.map((output) => [output.output_type, flat(output.data?.["text/plain"])])).toEqual([
    ["display_data", "map"],
    ["execute_result", "2.12"],
  ]);
});

test("nbclient stops at an error and tells the cell's own line", () => {
  const file = join(folder, "fails.ipynb");
  writeFileSync(
    file,
    JSON.stringify(notebook("1", "const box = 0;\nthrow new RangeError(`box ${box}`);", "3")),
  );
  const { status, stderr } = runJupyter(folder, ["-m", "jupyter", "execute", file]);
  expect(status).not.toBe(0);
  expect(stderr).toContain("RangeError: box 0");
  expect(stderr).toMatch(/cell-2\.ts:2:\d+/);
});

test("jupyter_console runs lines, one of them over several lines", () => {
  const { stdout, status } = runJupyter(
    folder,
    ["-m", "jupyter", "console", "--kernel", "vitrine", "--simple-prompt"],
    "const a = 20;\na + 1.5\nconsole.log('printed')\n",
  );
  expect(status).toBe(0);
  expect(stdout).toContain("21.5");
  expect(stdout).toContain("printed");
});
