import { afterEach, expect, test } from "vitest";
import { Publisher } from "../../../kernel/src/front/publisher.js";
import { TypeDesk } from "../../../kernel/src/front/type-desk.js";
import { buildMessage, type CheckMode, type Message } from "../../../kernel/src/messages/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
const { header } = buildMessage("execute_request", { code: "" }, { session: "s", parent: undefined });
const wrong = { source: 'const n: number = "a";', declares: ["n"] };
const desks: TypeDesk[] = [];
afterEach(() => desks.splice(0).forEach((desk) => desk.stop()));

/** A desk, and the text that it prints: `printed` resolves with the next message. */
function desk(mode: CheckMode, names: readonly string[] = []): { desk: TypeDesk; printed: Promise<Message> } {
  let heard!: (message: Message) => void;
  const printed = new Promise<Message>((resolve) => (heard = resolve));
  const made = new TypeDesk({
    folder,
    mode,
    publisher: new Publisher("s", (message) => heard(message)),
    scope: {
      names: () => Promise.resolve(names),
      properties: () => Promise.resolve(undefined),
      describe: () => Promise.resolve(undefined),
    },
  });
  desks.push(made);
  return { desk: made, printed };
}

test("warn: the cell need not wait, and the finding is printed in its name", async () => {
  const { desk: types, printed } = desk("warn");
  expect(await types.before(wrong, 3, header)).toBeUndefined();
  const message = await printed;
  expect(message.parent_header).toMatchObject({ msg_id: header.msg_id });
  expect(message.content).toMatchObject({ name: "stderr" });
  expect((message.content as { text: string }).text).toMatch(/^cell 3:1:7 - TS2322: /);
});

test("strict: the cell does not run, and is told why", async () => {
  const { desk: types } = desk("strict");
  const refusal = await types.before(wrong, 3, header);
  expect(refusal).toMatchObject({
    ename: "TypeCheckError",
    evalue: expect.stringContaining("not assignable") as string,
  });
  expect(refusal!.traceback[0]).toMatch(/^cell 3:1:7 - TS2322: /);
  expect(await types.before({ source: "1", declares: [] }, 4, header)).toBeUndefined();
});

test("off: nothing is asked of a server", async () => {
  const { desk: types } = desk("off");
  expect(await types.before(wrong, 3, header)).toBeUndefined();
  expect(types.serverPid).toBeUndefined();
});

test("the mode may change, and cells that ran are known in each", async () => {
  const { desk: types } = desk("off");
  types.commit({ source: "let n = 1;", declares: ["n"] });
  types.use("strict");
  expect(await types.before({ source: "n.toFixed()", declares: [] }, 2, header)).toBeUndefined();
  expect(await types.before({ source: "n.at(0)", declares: [] }, 3, header)).toMatchObject({
    ename: "TypeCheckError",
  });
  expect(types.serverPid).toBeGreaterThan(0);
});

test("a name that the running session has is no finding", async () => {
  const { desk: types } = desk("strict", ["setElsewhere"]);
  expect(await types.before({ source: "setElsewhere.a", declares: [] }, 1, header)).toBeUndefined();
  expect(await types.before({ source: "neverSet", declares: [] }, 2, header)).toMatchObject({
    status: "error",
  });
});

test("strict without a server: the cell runs, and it is said that it was not checked", async () => {
  const { desk: types, printed } = desk("strict");
  (await types.service()).stop();
  expect(await types.before(wrong, 5, header)).toBeUndefined();
  expect((await printed).content).toEqual({
    name: "stderr",
    text: "cell 5 was not checked: the language server does not answer\n",
  });
});
