import { expect, test } from "vitest";
import { createSigner } from "../../../kernel/src/wire/sign.js";

const bytes = (...texts: string[]): Uint8Array[] => texts.map((text) => Buffer.from(text));

test("HMAC-SHA256 as RFC 4231, test case 2, has it, however the text is cut", () => {
  const digest = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  const signer = createSigner("Jefe");
  expect(signer.sign(bytes("what do ya want for nothing?"))).toBe(digest);
  expect(signer.sign(bytes("what do ya ", "", "want for nothing?"))).toBe(digest);
});

test("its own signature is good; another text, key, length or case is not", () => {
  const signer = createSigner("k");
  const parts = bytes("a", "b", "c", "d");
  const signature = Buffer.from(signer.sign(parts));
  expect(signer.verify(signature, parts)).toBe(true);
  expect(signer.verify(signature, bytes("a", "b", "c", "e"))).toBe(false);
  expect(createSigner("l").verify(signature, parts)).toBe(false);
  expect(signer.verify(signature.subarray(1), parts)).toBe(false);
  expect(signer.verify(new Uint8Array(0), parts)).toBe(false);
  expect(signer.verify(Buffer.from(signature.toString().toUpperCase()), parts)).toBe(false);
});

test("a signature in the middle of its memory is read where it lies", () => {
  const signer = createSigner("k");
  const parts = bytes("x");
  const padded = Buffer.concat([Buffer.from("123"), Buffer.from(signer.sign(parts)), Buffer.from("45")]);
  expect(signer.verify(new Uint8Array(padded.buffer, padded.byteOffset + 3, 64), parts)).toBe(true);
});

test("without a key nothing is signed, and only what is not is taken", () => {
  const signer = createSigner("");
  expect(signer.sign(bytes("a"))).toBe("");
  expect(signer.verify(new Uint8Array(0), bytes("a"))).toBe(true);
  expect(signer.verify(Buffer.from(createSigner("k").sign(bytes("a"))), bytes("a"))).toBe(false);
});
