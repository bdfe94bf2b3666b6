import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const run = promisify(execFile);

interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}
interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
  readonly outputs: readonly Output[];
}
interface Executed {
  readonly cells: readonly Cell[];
  readonly seconds: number;
}

/** Runs a notebook as a user does, and reads what it left. */
async function execute(name: string, folder: string): Promise<Executed> {
  const out = join(folder, `${name}-executed.ipynb`);
  const start = performance.now();
  await run(process.execPath, ["setup/start.mjs", "run", join("notebooks", name), "--out", out], {
    cwd: root,
  });
  const seconds = (performance.now() - start) / 1000;
  return { cells: (JSON.parse(readFileSync(out, "utf8")) as { cells: readonly Cell[] }).cells, seconds };
}

const joined = (text: string | readonly string[] | undefined): string =>
  typeof text === "string" ? text : (text ?? []).join("");
const outputs = (cells: readonly Cell[]): readonly Output[] => cells.flatMap((cell) => cell.outputs ?? []);
const printed = (cells: readonly Cell[]): string =>
  outputs(cells)
    .filter((output) => output.name === "stdout")
    .map((output) => joined(output.text))
    .join("");
const texts = (cells: readonly Cell[]): readonly string[] =>
  outputs(cells)
    .filter((output) => output.output_type === "execute_result")
    .map((output) => joined(output.data?.["text/plain"]));

const notebooks = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-notebook-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(notebooks)("%s", (name) => {
  let executed: Executed;
  beforeAll(async () => {
    executed = await execute(name, folder);
  });

  test("runs from top to bottom without an error or a warning", () => {
    expect(outputs(executed.cells).filter((output) => output.output_type === "error")).toEqual([]);
    expect(outputs(executed.cells).filter((output) => output.name === "stderr")).toEqual([]);
  });

  test("every cell that ends in a value leaves a picture and its numbers as text", () => {
    const figures = outputs(executed.cells).filter((output) => output.output_type === "execute_result");
    expect(figures.length).toBeGreaterThan(0);
    for (const { data } of figures) {
      const text = joined(data?.["text/plain"]);
      expect(data?.["image/png"] ?? data?.["image/svg+xml"], text).toBeDefined();
      expect(text).toMatch(/\d/);
    }
  });
});

describe("00-start.ipynb", () => {
  let first: Executed;
  let second: Executed;
  beforeAll(async () => {
    first = await execute("00-start.ipynb", folder);
    second = await execute("00-start.ipynb", folder);
  });

  test("gives the same numbers each time, within half a minute", () => {
    expect(printed(first.cells)).toBe(printed(second.cells));
    expect(texts(first.cells)).toEqual(texts(second.cells));
    expect(Math.min(first.seconds, second.seconds)).toBeLessThan(30);
  });

  test("what it says is true: the filtered map is nearer to the truth than the average", () => {
    const numbers = /average ([\d.]+), filtered ([\d.]+)/.exec(printed(first.cells));
    expect(Number(numbers?.[2])).toBeGreaterThan(Number(numbers?.[1]) + 0.2);
    expect(Number(/FSC = 0.143: ([\d.]+) Å/.exec(printed(first.cells))?.[1])).toBeGreaterThan(4);
  });

  test("as a page it holds every picture, and nothing that needs a kernel", async () => {
    const page = join(folder, "start.html");
    await run(process.execPath, ["setup/start.mjs", "run", "notebooks/00-start.ipynb", "--out", page], {
      cwd: root,
    });
    const html = readFileSync(page, "utf8");
    const figures = outputs(first.cells).filter((output) => output.output_type === "execute_result");
    const pictures = html.match(/<img[^>]+src="data:image\/(png|svg\+xml);base64,/g) ?? [];
    expect(pictures).toHaveLength(figures.length);
    expect(html).not.toContain("widget-view+json");
  });
});
