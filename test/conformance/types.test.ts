import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vitrine from "vitrine";
import { describe, expect, onTestFinished, test } from "vitest";
import { CellCompiler } from "../../kernel/src/compile/index.js";
import { TypeService, importsIn } from "../../kernel/src/language/index.js";
import type { Message } from "../../kernel/src/messages/index.js";
import { examplesIn } from "../support/examples.js";
import { KernelClient, type ClientOptions } from "../support/kernel-client.js";
import { kernelMain, root } from "../support/kernel-path.js";
import { childrenOf, serverOf } from "../support/language-server.js";
import { temporaryFolder } from "../support/temporary.js";
import { sourceFiles } from "../support/tree.js";

async function started(options: ClientOptions = {}): Promise<KernelClient> {
  const kernel = await KernelClient.start(options);
  onTestFinished(() => kernel.stop());
  return kernel;
}

/** What is printed on the stderr of a cell, whenever it comes. */
async function warning(kernel: KernelClient, code: string): Promise<string> {
  const id = await kernel.send("execute_request", { code, allow_stdin: false });
  await kernel.finish(id);
  const isMine = (m: Message): boolean => (m.parent_header as { msg_id?: string }).msg_id === id;
  const isStderr = (m: Message): boolean => (m.content as { name?: string }).name === "stderr";
  const message = await kernel.until("iopub", (m) => isMine(m) && isStderr(m), 30_000);
  return (message.content as { text: string }).text;
}

function megabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

test("warn is the default: the cell runs, and what is wrong stands under it, with its line", async () => {
  const kernel = await started();
  expect(await warning(kernel, 'let n = 1;\nn = "text";')).toBe(
    "cell 1:2:1 - TS2322: Type 'string' is not assignable to type 'number'.\n  n = \"text\";\n  ^\n",
  );
  expect(await kernel.value("n")).toBe("'text'");
});

test("a cell that is not TypeScript is told of once", async () => {
  const kernel = await started({ check: "warn" });
  const { reply, stderr, outputs } = await kernel.execute("const = 1; let s: string = 2;");
  expect(reply).toMatchObject({ status: "error", ename: "SyntaxError" });
  await warning(kernel, "nowhere.a");
  expect(stderr).toBe("");
  expect(outputs.filter((m) => m.header.msg_type === "stream")).toEqual([]);
});

test("a mode that is none is refused with the words that are", () => {
  const { status, stderr } = spawnSync(process.execPath, [kernelMain, "file", "--check", "loose"], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toContain("--check off|warn|strict");
});

describe("strict", () => {
  test("a cell whose types are wrong does not run, those behind it neither", async () => {
    const kernel = await started({ check: "strict" });
    const { reply, stdout } = await kernel.execute('console.log("ran"); const n: number = "a";');
    expect(reply).toMatchObject({ status: "error", ename: "TypeCheckError" });
    expect((reply as unknown as { traceback: string[] }).traceback[0]).toMatch(
      /^cell 1:1:27 - TS2322: .*\n {2}console/,
    );
    expect(stdout).toBe("");
    expect((await kernel.execute("n")).reply).toMatchObject({ ename: "TypeCheckError" });
    expect(await kernel.value("const n = 2; n")).toBe("2");
  });

  test("names keep the type of their last declaration, and variables may be assigned", async () => {
    const kernel = await started({ check: "strict" });
    for (const code of [
      "let n = 1; interface P { a: number } class Q { b = 1 } enum E { A }",
      "n++; const p: P = { a: 1 }; new Q().b + E.A",
      'let n = "a"; interface P { b: string } class Q { c = 1 }',
      'n.at(0); const p: P = { b: "x" }; new Q().c',
      "for await (const x of [1]) n = String(x); await Promise.resolve(n)",
      "{ n, p }",
      "display(n); globalThis.setAside = 5;",
      "setAside + 1",
    ])
      expect((await kernel.execute(code)).reply, code).toMatchObject({ status: "ok" });
    expect((await kernel.execute("n = 5")).reply).toMatchObject({ ename: "TypeCheckError" });
  });

  test("silent code and expressions of the front end are not checked", async () => {
    const kernel = await started({ check: "strict" });
    const { reply } = await kernel.execute("1", { user_expressions: { bad: "'a'.nothing" } });
    expect(reply).toMatchObject({ status: "ok", user_expressions: { bad: { status: "ok" } } });
    expect((await kernel.execute("'a'.nothing", { silent: true })).reply).toMatchObject({ status: "ok" });
  });

  test("a package without types is let through, one beside the notebook is known", async () => {
    const folder = temporaryFolder();
    for (const [name, types] of [
      ["bare", undefined],
      ["typed", "export const width: number;"],
    ] as const) {
      const place = join(folder, "node_modules", name);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "package.json"), JSON.stringify({ name, main: "main.js" }));
      writeFileSync(join(place, "main.js"), "exports.width = 3");
      if (types !== undefined) writeFileSync(join(place, "main.d.ts"), types);
    }
    const kernel = await started({ check: "strict", cwd: folder });
    expect(await kernel.value('import { width as w } from "bare"; w.anything')).toBeUndefined();
    expect(await kernel.value('import { width } from "typed"; width')).toBe("3");
    expect((await kernel.execute("width.nothing")).reply).toMatchObject({ ename: "TypeCheckError" });
  });
});

test("a cell changes the mode for those that follow", async () => {
  const kernel = await started({ check: "off" });
  expect((await kernel.execute('let n: number = "a"')).reply).toMatchObject({ status: "ok" });
  await kernel.execute('cell.check("strict")');
  expect((await kernel.execute("n = true")).reply).toMatchObject({ ename: "TypeCheckError" });
  await kernel.execute('cell.check("off")');
  expect((await kernel.execute("n = true")).reply).toMatchObject({ status: "ok" });
  expect((await kernel.execute('cell.check("loose")')).reply).toMatchObject({ ename: "RangeError" });
});

test("cells run when the server is killed, and the next one is checked again", async () => {
  const kernel = await started({ check: "strict" });
  await kernel.execute("let n = 1;");
  process.kill(serverOf(kernel), "SIGKILL");
  expect(await kernel.value("n + 1")).toBe("2");
  await expect
    .poll(async () => (await kernel.execute("n.nothing")).reply, { timeout: 20_000 })
    .toMatchObject({ ename: "TypeCheckError" });
});

test("a server that hangs holds nothing up for long: the cell runs, and it is said that it was not checked", async () => {
  const kernel = await started({ check: "strict" });
  await kernel.execute("const halfMap = { size: 1 };");
  const server = serverOf(kernel);
  process.kill(server, "SIGSTOP");
  const start = performance.now();
  const { reply } = await kernel.request("complete_request", { code: "halfMap.", cursor_pos: 8 });
  expect(performance.now() - start).toBeLessThan(3000);
  expect(reply).toMatchObject({ matches: expect.arrayContaining(["size"]) as unknown });
  const ran = await kernel.execute("halfMap.size");
  expect(ran.reply).toMatchObject({ status: "ok" });
  expect(ran.stderr).toBe("cell 2 was not checked: the language server does not answer\n");
  await expect.poll(() => serverOf(kernel), { timeout: 20_000 }).not.toBe(server);
});

test("an interrupt that ends programs spares the server", async () => {
  const kernel = await started({ check: "strict" });
  await kernel.execute("1");
  const server = serverOf(kernel);
  const id = await kernel.send("execute_request", { code: 'require("child_process").execSync("sleep 60")' });
  await expect.poll(() => childrenOf(kernel).length, { timeout: 10_000 }).toBeGreaterThan(1);
  await kernel.request("interrupt_request", {}, { channel: "control" });
  await kernel.finish(id);
  expect(serverOf(kernel)).toBe(server);
});

test("the server ends with the kernel, and leaves no files", async () => {
  const kernel = await KernelClient.start({ check: "strict" });
  await kernel.execute("1");
  const server = serverOf(kernel);
  const [place] = /^.*vitrine-types-[^/]*/.exec(readlinkSync(`/proc/${server}/cwd`))!;
  expect(existsSync(place)).toBe(true);
  await kernel.stop();
  expect(existsSync(place)).toBe(false);
  await expect.poll(() => existsSync(`/proc/${server}/cwd`), { timeout: 10_000 }).toBe(false);
});

test("three hundred cells, each made from the one before, cost the last no more than the first", async () => {
  const kernel = await started({ check: "strict" });
  await kernel.execute("const v0 = { a: 1, list: [1] };");
  const times: number[] = [];
  const sizes: number[] = [];
  for (let i = 1; i <= 300; i++) {
    const code = `const v${i} = { a: v${i - 1}.a + 1, list: v${i - 1}.list.map((x) => x + 1) }; function f${i % 9}() { return v${i} }`;
    const start = performance.now();
    const { reply } = await kernel.execute(code);
    times.push(performance.now() - start);
    expect(reply.status).toBe("ok");
    if (i % 100 === 0) sizes.push(megabytes(serverOf(kernel)));
  }
  expect(median(times.slice(-50))).toBeLessThan(2 * median(times.slice(20, 70)) + 5);
  expect(sizes[2]! / sizes[0]!).toBeLessThan(1.3);
  expect((await kernel.execute("v300.b")).reply).toMatchObject({ ename: "TypeCheckError" });
});

describe("what is published is clean", () => {
  const folder = join(root, "notebooks");
  const notebooks = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ipynb"),
  );

  /** Findings of cells that are run one after the other. */
  async function findingsOf(sources: readonly string[], service: TypeService): Promise<string[]> {
    const compiler = new CellCompiler({ folder });
    const told: string[] = [];
    for (const [at, source] of sources.entries()) {
      const cell = compiler.compile(source, at + 1);
      compiler.commit(cell);
      const text = { source, declares: cell.declares };
      const found = await service.check(text);
      told.push(
        ...(found ?? [{ line: 0, message: "no server" }]).map((f) => `${at + 1}:${f.line} ${f.message}`),
      );
      service.commit(text);
    }
    return told;
  }

  test.each(notebooks)("%s", async (name) => {
    const service = new TypeService({ folder });
    onTestFinished(() => service.stop());
    const { cells } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
      readonly cells: readonly { readonly cell_type: string; readonly source: string | readonly string[] }[];
    };
    const sources = cells
      .filter((one) => one.cell_type === "code")
      .map(({ source }) => [source].flat().join(""));
    expect(await findingsOf(sources, service)).toEqual([]);
  });

  test("the examples of the library", async () => {
    const service = new TypeService({ folder });
    onTestFinished(() => service.stop());
    const examples = sourceFiles()
      .filter(({ path }) => path.startsWith("lib/"))
      .flatMap(examplesIn);
    expect(examples.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (const { path, code } of examples) {
      const own = importsIn(code);
      const used = Object.keys(vitrine).filter(
        (name) => !own.has(name) && new RegExp(`\\b${name}\\b`).test(code),
      );
      const declared = new RegExp(`\\b(?:const|let|function)\\s+(?:${used.join("|")})\\b`);
      const source =
        used.length === 0 || declared.test(code)
          ? code
          : `import { ${used.join(", ")} } from "vitrine";\n${code}`;
      found.push(...(await findingsOf([source], service)).map((one) => `${path}: ${one}`));
    }
    expect(found).toEqual([]);
  });
});
