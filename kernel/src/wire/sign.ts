import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs and checks the four signed parts of a message: HMAC-SHA256 in hexadecimal digits. */
export interface Signer {
  sign(parts: readonly Uint8Array[]): string;
  /** Whether `signature` is that of `parts`; takes the same time wherever the two differ. */
  verify(signature: Uint8Array, parts: readonly Uint8Array[]): boolean;
}

/** A signer with the connection's key. Without one nothing is signed, and only what is not is taken. */
export function createSigner(key: string): Signer {
  if (key === "") return { sign: () => "", verify: (signature) => signature.byteLength === 0 };
  const sign = (parts: readonly Uint8Array[]): string => {
    const hmac = createHmac("sha256", key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  };
  return {
    sign,
    verify(signature, parts) {
      const wanted = Buffer.from(sign(parts), "latin1");
      return signature.byteLength === wanted.byteLength && timingSafeEqual(signature, wanted);
    },
  };
}
