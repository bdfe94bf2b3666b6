import process from "node:process";
import { StringDecoder } from "node:string_decoder";

type Name = "stdout" | "stderr";
type Written = (error?: Error | null) => void;
type Write = typeof process.stdout.write;

/**
 * Sends what code writes to `process.stdout` and `process.stderr` to `print`, character by whole character.
 * @returns puts this in force again, should a cell have replaced a stream or its `write`
 */
export function captureStdio(print: (name: Name, text: string) => void): () => void {
  // one turn for all: every line that the console prints has a callback
  const waiting: Written[] = [];
  const callAll = (): void => waiting.splice(0).forEach((done) => done(null));
  const captured = (["stdout", "stderr"] as const).map((name) => {
    const decoder = new StringDecoder("utf8");
    const write = (
      chunk: string | Uint8Array,
      second?: BufferEncoding | Written,
      third?: Written,
    ): boolean => {
      const encoding = typeof second === "string" ? second : "utf8";
      const text = typeof chunk === "string" ? reread(chunk, encoding) : decoder.write(Buffer.from(chunk));
      if (text !== "") print(name, text);
      const done = typeof second === "function" ? second : third;
      if (done !== undefined && waiting.push(done) === 1) process.nextTick(callAll);
      return true;
    };
    return [name, process[name], write as Write] as const;
  });
  const putBack = (): void => {
    for (const [name, stream, write] of captured) {
      if (process[name] !== stream)
        Object.defineProperty(process, name, { value: stream, configurable: true, enumerable: true });
      if (stream.write !== write) stream.write = write;
    }
  };
  putBack();
  return putBack;
}

/** Text given as hexadecimal digits or base64 stands for bytes. */
function reread(chunk: string, encoding: BufferEncoding): string {
  return /^(utf-?8|utf-?16le|ucs-?2)$/i.test(encoding)
    ? chunk
    : Buffer.from(chunk, encoding).toString("utf8");
}
