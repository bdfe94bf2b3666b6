import { expect, test } from "vitest";
import { Evaluation } from "../../../../kernel/src/front/debug/evaluation.js";
import { inspectSelf } from "./inspected.js";
import { uncompiled } from "./uncompiled.js";

const { post, value } = inspectSelf();
const committed: string[] = [];
const cells = {
  ...uncompiled,
  commit: (_: unknown, code: string) => Promise.resolve(void committed.push(code)),
};
let outcome: unknown;
const session = { ask: () => Promise.resolve(outcome) } as never;
const evaluation = new Evaluation({ post, cells, session });
const cause = { header: {} as never, silent: false };

test("TypeScript is evaluated, and what it throws is told in a sentence", async () => {
  expect(await evaluation.standing("(40 as number) + 2", undefined)).toMatchObject({ value: 42 });
  await expect(evaluation.standing("missing + 1", undefined)).rejects.toThrow(
    "ReferenceError: missing is not defined",
  );
  await expect(evaluation.standing("1 +", undefined)).rejects.toThrow(/^SyntaxError: /);
});

test("a loop without end is given up", async () => {
  const impatient = new Evaluation({
    post: (method, params) => post(method, { ...params, timeout: 50 }),
    cells,
    session,
  });
  await expect(impatient.standing("for (;;);", undefined)).rejects.toThrow();
});

test("properties and elements are set, map entries are not", async () => {
  const set = async (object: string, name: string, expression: string) =>
    evaluation.set({ kind: "object", value: await value(object) }, name, expression, undefined);
  await value("globalThis.subject = { list: [1, 2] }");
  expect(await set("subject", "text", "'new' as string")).toMatchObject({ value: "new" });
  await set("subject.list", "1", "subject.list");
  expect((await value("subject.list[1] === subject.list && subject.text")).value).toBe("new");
  await expect(set("new Map([['k', 1]])", '"k"', "2")).rejects.toThrow(/^"k": can't be set here/);
  await expect(set("Object.freeze({ a: 1 })", "a", "Object.missing.x")).rejects.toThrow(/^TypeError/);
});

test("global variables are set, and made", async () => {
  await evaluation.set({ kind: "globals" }, "globalThis.fresh", "1n", undefined);
  await evaluation.setGlobal("made", { type: "number", unserializableValue: "-0" });
  expect((await value("[typeof fresh, Object.is(made, -0)].join()")).value).toBe("bigint,true");
});

test("code runs as a cell does, whose names the next cells know", async () => {
  outcome = { status: "ok", shown: { data: { "text/plain": "3" }, metadata: {} } };
  expect(await evaluation.running("let three = 3;", cause)).toEqual({
    data: { "text/plain": "3" },
    metadata: {},
  });
  expect(committed).toEqual(["let three = 3;"]);
  outcome = { status: "error", thrown: { ename: "Error", evalue: "oh", stacks: [] } };
  await expect(evaluation.running("x", cause)).rejects.toThrow("Error: oh");
  outcome = { status: "interrupted" };
  await expect(evaluation.running("x", cause)).rejects.toThrow("interrupted");
});
