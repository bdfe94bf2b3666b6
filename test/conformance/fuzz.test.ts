import { connect } from "node:net";
import { Dealer } from "zeromq";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { KernelClient } from "../support/kernel-client.js";
import { WireFuzz, seeded } from "../support/wire-fuzz.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute("globalThis.ran = [];");
});
afterAll(async () => {
  forgive();
  await kernel.stop();
});

/** Answers to messages of the fuzzer, which the client has not sent, are no fault; gives what else there is. */
function forgive(): string[] {
  const problems = kernel.problems.splice(0);
  return problems.filter((problem) => !problem.endsWith("its parent was never sent"));
}

const code = { allowed: (n: number) => `ran.push(${n}); 0`, forbidden: "globalThis.attacked = true" };

function dealer(address: string): Dealer {
  const socket = new Dealer({ linger: 0 });
  onTestFinished(() => socket.close());
  socket.connect(address);
  return socket;
}

/** Resident memory of the kernel's own process, in bytes. */
const memory = async (): Promise<number> => Number(await kernel.value("process.memoryUsage.rss()"));

/** Nothing ran that had no right to, nothing ran twice, and the kernel is well. */
async function unharmed(): Promise<void> {
  expect(await kernel.value("typeof globalThis.attacked")).toBe("'undefined'");
  expect(await kernel.value("new Set(ran).size === ran.length")).toBe("true");
  expect(kernel.process.exitCode).toBeNull();
  expect(forgive()).toEqual([]);
}

test("5000 mutated messages through the sockets: no crash, no code that had no right to run, memory flat", async () => {
  const fuzz = new WireFuzz(7, kernel.key, code);
  const sockets = (["shell", "control", "stdin"] as const).map((channel) =>
    dealer(kernel.addresses[channel]),
  );
  const volley = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) await sockets[i % sockets.length]!.send(fuzz.next().frames);
  };
  await volley(1500);
  await unharmed();
  const before = await memory();
  await volley(3500);
  await unharmed();
  expect(Number(await kernel.value("ran.length"))).toBeGreaterThan(100);
  expect((await memory()) - before).toBeLessThan(60e6);
  const lines = kernel.ownStderr.split("\n");
  expect(lines.length).toBeLessThan(500);
  expect(kernel.ownStderr).toMatch(/and \d+ warnings more/);
});

test("bytes that are no ZeroMQ at all, on every socket", async () => {
  const random = seeded(11);
  for (const address of Object.values(kernel.addresses))
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(address.split(":").at(-1)), "127.0.0.1");
      const closed = new Promise((done) => socket.once("close", done));
      socket.on("error", () => {});
      const bytes = Buffer.from(Array.from({ length: 1 + random() * 300 }, () => random() * 256));
      socket.end(bytes);
      socket.resume();
      setTimeout(() => socket.destroy(), 50);
      await closed;
    }
  await unharmed();
});

test("a heart that gets anything beats on", async () => {
  const heart = dealer(kernel.addresses.hb);
  for (const frames of [[""], ["", "ping"], ["a", "b", "c"], ["x".repeat(60_000)]]) {
    await heart.send(frames);
    expect((await heart.receive()).map(String)).toEqual(frames);
  }
  const flood = dealer(kernel.addresses.hb);
  await flood.send(["x".repeat(200_000)]); // too long: cut off
  await heart.send(["", "still"]);
  expect((await heart.receive()).map(String)).toEqual(["", "still"]);
});
