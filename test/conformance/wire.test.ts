import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildMessage } from "../../kernel/src/messages/index.js";
import { createSigner, encode } from "../../kernel/src/wire/index.js";
import { KernelClient } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

type Frames = (Uint8Array | string)[];

/** Frames of an execute request that would leave a trace, signed with `key`. */
function attack(key: string = kernel.key): Frames {
  const content = { code: "globalThis.attacked = true" };
  return encode(
    buildMessage("execute_request", content, { session: randomUUID(), parent: undefined }),
    [],
    createSigner(key),
  );
}

async function untouched(): Promise<void> {
  expect(await kernel.value("typeof globalThis.attacked")).toBe("'undefined'");
  expect(JSON.stringify(kernel.log)).not.toContain("signature");
}

test("a message signed with another key is dropped", async () => {
  await kernel.sendFrames("shell", attack("another key"));
  await untouched();
  expect(kernel.ownStderr).toMatch(/message dropped: bad signature\n/);
  expect(kernel.ownStderr).not.toContain(kernel.key);
});

test("a message whose content was changed after signing is dropped", async () => {
  const frames = attack();
  frames[5] = Buffer.from(JSON.stringify({ code: "globalThis.attacked = 2" }));
  await kernel.sendFrames("shell", frames);
  await untouched();
});

test("an unsigned message is dropped", async () => {
  const frames = attack();
  frames[1] = "";
  await kernel.sendFrames("shell", frames);
  await untouched();
});

test.each([1, 2, 3, 4, 5])("a message of its first %i frames is dropped", async (count) => {
  await kernel.sendFrames("shell", attack().slice(0, count));
  await untouched();
});

test("a message without the delimiter is dropped", async () => {
  await kernel.sendFrames("shell", attack().slice(1));
  await untouched();
});

test("the same message is taken once", async () => {
  await kernel.execute("globalThis.times = 0");
  const content = { code: "times++" };
  const message = buildMessage("execute_request", content, { session: randomUUID(), parent: undefined });
  const frames = encode(message, [], createSigner(kernel.key));
  kernel.judge.asked("shell", message.header);
  await kernel.sendFrames("shell", frames);
  await kernel.finish(message.header.msg_id);
  await kernel.sendFrames("shell", frames);
  expect(await kernel.value("times")).toBe("1");
  expect(kernel.ownStderr).toContain("seen before");
});

test("a signed message of nonsense is dropped, and the kernel goes on", async () => {
  const signer = createSigner(kernel.key);
  const signed = (...parts: string[]): Frames => {
    const bytes = parts.map((part) => Buffer.from(part));
    return ["<IDS|MSG>", signer.sign(bytes), ...bytes];
  };
  await kernel.sendFrames("shell", signed("not json", "{}", "{}", "{}"));
  await kernel.sendFrames("shell", signed("null", "{}", "{}", "{}"));
  await kernel.sendFrames("shell", signed("[]", "1", '"x"', "null"));
  await kernel.sendFrames(
    "shell",
    signed('{"msg_type":"__proto__","msg_id":"1","session":"s","username":"u"}', "{}", "{}", "{}"),
  );
  await kernel.sendFrames(
    "shell",
    signed('{"msg_type":"comm_msg","msg_id":"2","session":"s","username":"u"}', "{}", "{}", "3"),
  );
  await untouched();
});
