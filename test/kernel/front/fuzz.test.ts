import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { Audience } from "../../../kernel/src/front/audience.js";
import { CommList } from "../../../kernel/src/front/comm-list.js";
import { Door } from "../../../kernel/src/front/door.js";
import { Publisher } from "../../../kernel/src/front/publisher.js";
import { SessionPort } from "../../../kernel/src/front/session-port.js";
import type { Received } from "../../../kernel/src/wire/index.js";
import { ReplayMemory, createSigner, decode } from "../../../kernel/src/wire/index.js";
import { WireFuzz, type Shot } from "../../support/wire-fuzz.js";

const key = "the right key";
const seed = 20260;
const chunks = 12;
const perChunk = 10_000;

/** The front door as it is, before a session that only notes what it is asked. */
function frontDoor() {
  const executed: string[] = [];
  const stops: string[] = [];
  const audience = new Audience();
  audience.subscribed();
  const session: SessionPort = new SessionPort(
    (id) => queueMicrotask(() => session.settle(id, null)),
    () => {},
  );
  const stopping = (name: string) => () => {
    stops.push(name);
    return { status: "ok" };
  };
  const answers = new Proxy({} as Record<string, unknown>, {
    has: (_, name) => String(name).endsWith("_request"),
    get: (_, name) =>
      name === "shutdown_request" || name === "interrupt_request" ? stopping(name) : () => ({ status: "ok" }),
  });
  const door = new Door({
    id: "k",
    answers: answers as never,
    executor: {
      executionCount: () => 0,
      execute({ content }: { content: { code: string } }) {
        executed.push(content.code);
        return Promise.resolve({ status: "ok", execution_count: 1, payload: [], user_expressions: {} });
      },
    } as never,
    publisher: new Publisher("k", (message) => void JSON.stringify(message)),
    audience,
    session,
    cells: {} as never,
    comms: new CommList(),
    desk: () => ({ answer() {} }) as never,
    reply: (_channel, message) => void JSON.stringify(message),
    shutdown: () => void stops.push("shutdown"),
    warn: () => {},
  });
  return { door, executed, stops };
}

/** Sentences with which a message is refused before it is looked at. */
const refusals = /^(no delimiter|too few frames|bad signature|seen before|a part is not JSON)$/;

function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

test(`${chunks * perChunk} mutated messages: none crashes, forges or repeats its way in, and memory stays flat`, async () => {
  const fuzz = new WireFuzz(seed, key, { allowed: (n) => `allowed ${n}`, forbidden: "forbidden" });
  const { door, executed, stops } = frontDoor();
  const [signer, replays] = [createSigner(key), new ReplayMemory(2000)];
  const taken = new Map<string, number>();
  const taking = async ({ frames, kind }: Shot): Promise<void> => {
    let message: Received;
    try {
      message = decode(
        frames.map((frame) => Buffer.from(frame)),
        signer,
        replays,
      );
    } catch (error) {
      expect((error as Error).message, kind).toMatch(refusals);
      return;
    }
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
    await door.receive("shell", message);
  };

  let settled = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    await Promise.all(Array.from({ length: perChunk }, () => taking(fuzz.next())));
    expect(executed.splice(0)).not.toContain("forbidden");
    if (chunk === 1) settled = heapBytes();
  }
  expect(heapBytes() - settled).toBeLessThan(2e6);
  expect(stops).toEqual([]);
  expect([taken.get("forged"), taken.get("replayed")]).toEqual([undefined, undefined]);
  for (const kind of ["whole", "nonsense"]) expect(taken.get(kind), kind).toBeGreaterThan(1000);
}, 180_000);
