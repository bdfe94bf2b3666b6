import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, encode } from "../../../kernel/src/wire/frames.js";
import { ReplayMemory } from "../../../kernel/src/wire/replay.js";
import { createSigner } from "../../../kernel/src/wire/sign.js";

const signer = createSigner("key");
const message = {
  header: { msg_id: "1" },
  parent_header: {},
  metadata: { ü: "𝓐" },
  content: { list: [1, null] },
  buffers: [Uint8Array.of(1, 2), new Uint8Array(0)],
};
const asBytes = (frames: readonly (Uint8Array | string)[]): Uint8Array[] =>
  frames.map((frame) => (typeof frame === "string" ? Buffer.from(frame) : frame));
const good = (): Uint8Array[] => asBytes(encode(message, [Buffer.from("who")], signer));

test("what was encoded is decoded", () => {
  const received = decode(good(), signer, new ReplayMemory());
  expect(received).toEqual({ ...message, identities: [Buffer.from("who")] });
});

test("frames that lie in the middle of their memory are read where they lie", () => {
  const moved = good().map((frame) => {
    const room = new Uint8Array(frame.byteLength + 7).fill(34);
    room.set(frame, 3);
    return room.subarray(3, 3 + frame.byteLength);
  });
  expect(decode(moved, signer, new ReplayMemory()).content).toEqual(message.content);
});

test("the signature is checked before anything is parsed", () => {
  const frames = good();
  frames[6] = Buffer.from("{ not json");
  expect(() => decode(frames, signer, new ReplayMemory())).toThrow(/^bad signature$/);
});

test.each([0, 1, 2, 3, 4, 5, 6])("%i frames are too few", (count) => {
  expect(() => decode(good().slice(0, count), signer, new ReplayMemory())).toThrow(/delimiter|too few/);
});

test("a replay is refused", () => {
  const memory = new ReplayMemory();
  const frames = good();
  decode(frames, signer, memory);
  expect(() => decode(frames, signer, memory)).toThrow("seen before");
});

test("a changed bit in any signed part is found", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 6 }), fc.nat(), fc.integer({ min: 0, max: 7 }), (part, at, bit) => {
      const frames = good();
      const changed = Uint8Array.from(frames[part]!);
      changed[at % changed.length]! ^= 1 << bit;
      frames[part] = changed;
      expect(() => decode(frames, signer, new ReplayMemory())).toThrow("bad signature");
    }),
  );
});

test("any frames at all are read or refused in a sentence", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.uint8Array(), fc.constant(Buffer.from("<IDS|MSG>")))), (frames) => {
      expect(() => decode(frames, signer, new ReplayMemory())).toThrow(/delimiter|too few|bad signature/);
    }),
  );
});

test("unsigned messages, where they are allowed, are not taken for one another", () => {
  const [unsigned, memory] = [createSigner(""), new ReplayMemory()];
  const frames = asBytes(encode(message, [], unsigned));
  decode(frames, unsigned, memory);
  expect(decode(frames, unsigned, memory).content).toEqual(message.content);
});
