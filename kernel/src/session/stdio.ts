import { StringDecoder } from "node:string_decoder";

type Name = "stdout" | "stderr";
type Written = (error?: Error | null) => void;

/** Sends what code writes to `process.stdout` and `process.stderr` to `print`, character by whole character. */
export function captureStdio(print: (name: Name, text: string) => void): void {
  // one turn for all: every line that the console prints has a callback
  const waiting: Written[] = [];
  const callAll = (): void => waiting.splice(0).forEach((done) => done(null));
  for (const name of ["stdout", "stderr"] as const) {
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
    process[name].write = write as typeof process.stdout.write;
  }
}

/** Text given as hexadecimal digits or base64 stands for bytes. */
function reread(chunk: string, encoding: BufferEncoding): string {
  return /^(utf-?8|utf-?16le|ucs-?2)$/i.test(encoding)
    ? chunk
    : Buffer.from(chunk, encoding).toString("utf8");
}
