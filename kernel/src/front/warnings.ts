import { writeSync } from "node:fs";

/** Lines in one second at most: whoever can reach the sockets could otherwise fill a log. */
const mostLines = 20;
const everyMs = 1000;

/** Says something in a line of the kernel's own stderr, which is the log of the program that started it. */
export function writeWarning(sentence: string): void {
  try {
    writeSync(2, `vitrine-kernel: ${sentence}\n`);
  } catch {
    return; // a log that is closed or full is no reason to stop
  }
}

/** `warn`, called a few times a second at most; those that are left out are counted. */
export function limitWarnings(warn: (sentence: string) => void): (sentence: string) => void {
  let lines = 0;
  let timer: NodeJS.Timeout | undefined;
  const endSecond = (): void => {
    if (lines > mostLines) warn(`and ${lines - mostLines} warnings more`);
    [lines, timer] = [0, undefined];
  };
  return (sentence) => {
    timer ??= setTimeout(endSecond, everyMs).unref();
    if (++lines <= mostLines) warn(sentence);
  };
}
