import { FormatError, isCryoError } from "../../core/index.js";
import type { Source } from "../source.js";
import { readExactly } from "../source.js";

const pieceBytes = 2 ** 18;

/** Expands gzip piece by piece with the engine's own decoder. @throws FormatError if the data are damaged or cut off */
export async function* gunzip(source: Source): AsyncGenerator<Uint8Array> {
  let offset = 0;
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (offset >= source.size) {
        controller.close();
        return;
      }
      const length = Math.min(pieceBytes, source.size - offset);
      controller.enqueue(Uint8Array.from(await readExactly(source, offset, length, "gzip data")));
      offset += length;
    },
  });
  const reader = compressed.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    if (isCryoError(cause)) throw cause;
    throw new FormatError({
      file: source.name,
      field: "gzip data",
      got: cause instanceof Error ? cause.message : cause,
      wanted: "an intact gzip stream",
      hint: "the file is damaged or cut off",
      cause,
    });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
