import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Completed, Inspected, Message } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";
import { root } from "../support/kernel-path.js";
import { childrenOf, serverAtRest } from "../support/language-server.js";

const folder = join(root, "notebooks");
let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start({ cwd: folder });
  await serverAtRest(kernel);
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

interface Entry {
  readonly text: string;
  readonly type: string;
  readonly signature?: string;
  readonly documentation?: string;
  readonly start: number;
  readonly end: number;
}

/** What may stand at the end of the code; the bar marks another place. */
async function complete(
  marked: string,
  client: KernelClient = kernel,
): Promise<Completed & { entries: readonly Entry[] }> {
  const [before, after = ""] = marked.split("|");
  const request = { code: before! + after, cursor_pos: [...before!].length };
  const { reply } = await client.request("complete_request", request);
  expect(reply.status).toBe("ok");
  const completed = reply as Completed;
  return { ...completed, entries: completed.metadata["_jupyter_types_experimental"] as readonly Entry[] };
}

/** The documentation at the bar, as Markdown. */
async function inspect(marked: string): Promise<string | undefined> {
  const [before, after] = marked.split("|");
  const request = { code: before! + after!, cursor_pos: [...before!].length };
  const { reply } = await kernel.request("inspect_request", request);
  const { found, data } = reply as unknown as Inspected;
  expect(Object.keys(data)).toEqual(found ? ["text/plain", "text/markdown"] : []);
  return data["text/markdown"] as string | undefined;
}

describe("completion", () => {
  test("an options object of the library is completed, with units and defaults", async () => {
    const { matches, entries } = await complete(
      'import { readVolume } from "vitrine"; await readVolume("a.mrc", { |})',
    );
    expect(matches).toContain("voxelSizeA");
    const size = entries.find(({ text }) => text === "voxelSizeA")!;
    expect(size.type).toBe("property");
    expect(size.signature).toContain("voxelSizeA?: number");
    expect(size.documentation).toMatch(/Å per voxel.*Default: /s);
    expect(matches).not.toContain("Array");
  });

  test("names of other cells, with their types; the types themselves too", async () => {
    await kernel.execute(
      "const halfMap = { shape: [1, 2] }; interface HalfMapOptions { a: number } /** In Å. */\nfunction halfMapSize(scale: number) { return scale }",
    );
    const { entries } = await complete("halfM");
    expect(entries).toMatchObject([
      { text: "halfMap", type: "variable", signature: "let halfMap: { shape: number[]; }" },
      { text: "halfMapSize", type: "function", signature: "function halfMapSize(scale: number): number" },
    ]);
    expect((await complete("let o: HalfMapO")).matches).toEqual(["HalfMapOptions"]);
    expect((await complete("halfMap.shape.fla")).matches).toEqual(["flat", "flatMap"]);
  });

  test("what a call or an await would give, though nothing is run", async () => {
    await kernel.execute("let calls = 0; async function count() { calls++; return { given: calls } }");
    expect((await complete("(await count()).gi")).matches).toEqual(["given"]);
    expect(await kernel.value("calls")).toBe("0");
  });

  test("what exists only in the running session", async () => {
    await kernel.execute(
      "const open: any = { addedLater: 1 }; const record: { a: number } = { a: 1 }; (record as any).b = 2;",
    );
    expect((await complete("open.add")).matches).toEqual(["addedLater"]);
    expect((await complete("record.")).matches).toEqual(["a", "b"]);
  });

  test("texts that the types allow, and modules", async () => {
    await kernel.execute('function pick(mode: "fast" | "exact") {}');
    expect((await complete('pick("|")')).matches).toEqual(["exact", "fast"]);
    expect((await complete('import { x } from "vit|"')).matches).toContain("vitrine");
    expect((await complete('import { readVol| } from "vitrine"')).matches).toContain("readVolume");
    expect((await complete('import { x } from "node:uti|"')).matches).toEqual([
      "node:util",
      "node:util/types",
    ]);
  });

  test("places count code points", async () => {
    const { matches, cursor_start, cursor_end, entries } = await complete("'𝓐𝓑'; halfMap.sh|; '𝓒'");
    expect([matches, cursor_start, cursor_end]).toEqual([["shape"], 14, 16]);
    expect(entries[0]).toMatchObject({ start: 14, end: 16 });
  });

  test("a cell that is not whole, and places where nothing may stand", async () => {
    expect((await complete("for (const x of [halfMap]) { if (x.sh")).matches).toEqual(["shape"]);
    for (const nothing of ["// halfM", "`halfM", "12", "'half"])
      expect((await complete(nothing)).matches).toEqual([]);
  });
});

describe("inspection", () => {
  test("a value: its type, its documentation and what it is now", async () => {
    await kernel.execute("/** Size of a voxel, in Å. */\nlet sizeA = 1.5;");
    expect(await inspect("siz|eA")).toBe(
      "```ts\nlet sizeA: number\n```\nSize of a voxel, in Å.\n\n```ts\n1.5\n```",
    );
    await kernel.execute(
      "/** Doubles a length, in Å. @param lengthA the length */\nfunction double(lengthA: number) { return 2 * lengthA }",
    );
    expect(await inspect("double(|")).toMatch(
      /function double\(lengthA: number\): number\n```\nDoubles a length, in Å\./,
    );
  });

  test("an option of the library, where the cursor is on it", async () => {
    const seen = await inspect('import { readVolume } from "vitrine"; readVolume("a", { voxel|SizeA: 1 })');
    expect(seen).toMatch(/voxelSizeA\?: number.*Å per voxel/s);
  });

  test("a function of the library with its options, also from inside the call", async () => {
    const seen = await inspect('import { readVolume } from "vitrine"; readVolume("a"|)');
    expect(seen).toMatch(/function readVolume.*interface ReadVolumeOptions.*voxelSizeA/s);
  });

  test("nothing is nothing", async () => {
    expect(await inspect("noSuchName|")).toBeUndefined();
    expect(await inspect("|")).toBeUndefined();
  });
});

test("both are answered while a cell runs", async () => {
  const id = await kernel.send("execute_request", {
    code: "{ const until = Date.now() + 2000; while (Date.now() < until); } 'ran'",
  });
  const begun = (m: Message): boolean => m.header.msg_type === "execute_input";
  await kernel.until("iopub", (m) => begun(m) && (m.parent_header as { msg_id: string }).msg_id === id);
  const start = performance.now();
  expect((await complete("halfMap.sh")).matches).toEqual(["shape"]);
  expect(await inspect("halfMapSi|ze")).toContain("function halfMapSize");
  expect(performance.now() - start).toBeLessThan(1500);
  await kernel.finish(id);
});

test("without a server the running session answers, and none is started for a mode that is off", async () => {
  const other = await KernelClient.start({ cwd: folder, check: "off" });
  onTestFinished(() => other.stop());
  await other.execute("const halfMap = { shape: [1, 2] };");
  expect(childrenOf(other)).toEqual([]);
  const killed = new Set<number>();
  const kill = async (): Promise<number> => {
    expect((await complete("halfMap.sh", other)).matches).toEqual(["shape"]);
    for (const server of childrenOf(other)) {
      killed.add(server);
      process.kill(server, "SIGKILL");
    }
    return killed.size;
  };
  await expect.poll(kill, { timeout: 40_000 }).toBe(4);
  expect((await complete("halfMap.sh", other)).matches).toEqual(["shape"]);
  expect(childrenOf(other).filter((server) => !killed.has(server))).toEqual([]);
});

/** Milliseconds from a question to its answer. */
async function timed(client: KernelClient, code: string): Promise<number> {
  const start = performance.now();
  await complete(code, client);
  return performance.now() - start;
}

test("the first completion of a kernel at rest comes within 300 ms, a warm one within 10 ms", async () => {
  const first: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < 3; run++) {
    const client = await KernelClient.start({ cwd: folder });
    await serverAtRest(client);
    first.push(await timed(client, "Math.ab"));
    for (let again = 0; again < 10; again++) warm.push(await timed(client, "Math.ab"));
    await client.stop();
  }
  expect(Math.min(...first)).toBeLessThan(300);
  expect(Math.min(...warm)).toBeLessThan(10);
});
