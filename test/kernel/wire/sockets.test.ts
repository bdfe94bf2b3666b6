import { join } from "node:path";
import { Dealer, Subscriber } from "zeromq";
import { expect, test } from "vitest";
import { parseConnection } from "../../../kernel/src/wire/connection.js";
import { encode, type Received } from "../../../kernel/src/wire/frames.js";
import { createSigner } from "../../../kernel/src/wire/sign.js";
import { openSockets } from "../../../kernel/src/wire/sockets.js";
import { temporaryFolder } from "../../support/temporary.js";

const ports = { shell_port: 1, control_port: 2, stdin_port: 3, iopub_port: 4, hb_port: 5 };

test("messages, subscriptions and heartbeats over real sockets; forged ones are dropped", async () => {
  const ip = join(temporaryFolder(), "s");
  const sockets = await openSockets(
    parseConnection(JSON.stringify({ transport: "ipc", ip, key: "k", ...ports })),
  );
  const received: [string, Received][] = [];
  const warnings: string[] = [];
  const topics: string[] = [];
  const message = { header: { a: 1 }, parent_header: {}, metadata: {}, content: {}, buffers: [] };
  sockets.listen({
    message: (channel, one) => void received.push([channel, one]),
    subscribed(topic) {
      topics.push(Buffer.from(topic).toString());
      sockets.publish(message);
    },
    warn: (sentence) => void warnings.push(sentence),
  });
  const subscriber = new Subscriber();
  subscriber.connect(`ipc://${ip}-4`);
  subscriber.subscribe();
  expect((await subscriber.receive())[0]!.toString()).toBe("<IDS|MSG>");
  expect(topics).toEqual([""]);

  const shell = new Dealer();
  shell.connect(`ipc://${ip}-1`);
  await shell.send(encode(message, [], createSigner("another")));
  await shell.send(encode(message, [], createSigner("k")));
  const heart = new Dealer();
  heart.connect(`ipc://${ip}-5`);
  await heart.send(["ping"]);
  expect((await heart.receive()).at(-1)!.toString()).toBe("ping");
  await expect.poll(() => received.length).toBe(1);
  expect(received[0]).toMatchObject(["shell", { header: { a: 1 } }]);
  expect(warnings).toEqual(["shell: message dropped: bad signature"]);

  sockets.send("shell", message, received[0]![1].identities);
  expect((await shell.receive())[0]!.toString()).toBe("<IDS|MSG>");
  for (const socket of [subscriber, shell, heart]) socket.close();
  await sockets.close();
});
