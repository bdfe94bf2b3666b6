import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serverExecutable } from "../../../../kernel/src/language/server/executable.js";
import { ServerLink } from "../../../../kernel/src/language/server/link.js";
import { OpenFiles } from "../../../../kernel/src/language/server/open-files.js";
import { TypeService } from "../../../../kernel/src/language/server/service.js";
import { Supervisor } from "../../../../kernel/src/language/server/supervisor.js";
import { makeWorkplace } from "../../../../kernel/src/language/server/workplace.js";
import { temporaryFolder } from "../../../support/temporary.js";

const folder = temporaryFolder();

function program(name: string, code: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!${process.execPath}\n${code}\n`);
  chmodSync(path, 0o700);
  return path;
}

function supervised(executable: () => string): {
  readonly supervisor: Supervisor;
  readonly opened: number[];
} {
  const opened: number[] = [];
  const supervisor = new Supervisor({
    folder: () => folder,
    opened: (link) => opened.push(link.pid!),
    executable,
  });
  onTestFinished(() => supervisor.stop());
  return { supervisor, opened };
}

const died = async (link: ServerLink): Promise<void> => {
  process.kill(link.pid!, "SIGKILL");
  await link.ended;
};

test("one server serves all, a dead one is replaced, and too many deaths are the end", async () => {
  const { supervisor, opened } = supervised(serverExecutable);
  const first = await supervisor.server();
  expect(await supervisor.server()).toBe(first);
  expect(supervisor.pid).toBe(first.pid);
  for (let i = 0; i < 3; i++) await died(await supervisor.server());
  await died(await supervisor.server());
  await expect(supervisor.server()).rejects.toThrow("started 4 times within a minute");
  expect(new Set(opened).size).toBe(4);
});

test.each([
  ["a program that is not there", () => join(folder, "missing")],
  ["one that ends at once", () => program("ends", "process.exit(1)")],
  [
    "one that closes its line",
    () => program("closes", "process.stdin.destroy(); process.stdout.destroy(); process.exit(0)"),
  ],
  [
    "no package for this platform",
    () => {
      throw new Error("no such package");
    },
  ],
])("%s is an error and no more", async (_what, executable) => {
  const { supervisor, opened } = supervised(executable);
  await expect(supervisor.server()).rejects.toThrow();
  await expect(supervisor.server()).rejects.toThrow();
  expect(opened).toEqual([]);
});

test("a service without a server answers nothing, and says so at once", async () => {
  const service = new TypeService({ folder, executable: join(folder, "missing") });
  onTestFinished(() => service.stop());
  service.commit({ source: "let a = 1", declares: ["a"] });
  expect(await service.check({ source: "a.b", declares: [] })).toBeUndefined();
  expect(await service.complete("a.", 2, "")).toBeUndefined();
  expect(await service.hover("a", 0)).toBeUndefined();
});

test("after its server was killed a service goes on, with all the names of before", async () => {
  const service = new TypeService({ folder });
  onTestFinished(() => service.stop());
  service.commit({ source: "let a = 1; function f() { return a }", declares: ["a", "f"] });
  await service.warm();
  process.kill(service.pid!, "SIGKILL");
  let found = await service.check({ source: "f().b + a.c", declares: [] });
  found ??= await service.check({ source: "f().b + a.c", declares: [] });
  expect(found?.map(({ code }) => code)).toEqual([2339, 2339]);
});

test("an ended service keeps no server and no files", async () => {
  const service = new TypeService({ folder });
  await service.warm();
  const pid = service.pid!;
  service.stop();
  expect(service.pid).toBeUndefined();
  expect(await service.check({ source: "1", declares: [] })).toBeUndefined();
  expect(pid).toBeGreaterThan(0);
});

test("the two open files are told of each change, once", async () => {
  const place = makeWorkplace(folder);
  const link = await ServerLink.start(serverExecutable(), place.cells);
  onTestFinished(() => {
    link.stop();
    place.remove();
  });
  const files = new OpenFiles(place);
  files.open(link);
  expect((await files.symbols(link, "const a = 1; class B {}")).map(({ name }) => name)).toEqual(["a", "B"]);
  expect((await files.symbols(link, "const a = 1; class B {}")).map(({ name }) => name)).toEqual(["a", "B"]);
  files.show(link, "let c = 1;\nc", "export {};");
  expect(await files.hover(link, { line: 2, character: 0 })).toContain("let c: number");
  expect(await files.hover(link, { line: 0, character: 0 })).toBe("");
  files.show(link, "{ c: 1 }", "export {};");
  expect(await files.hover(link, { line: 1, character: 2 })).toContain("(property) c: number");
});
