import type { CellHost, CellMessage } from "../../kernel/src/cell/index.js";

/** A cell's host that sends nothing and remembers everything. */
export interface Recorder extends CellHost {
  readonly sent: CellMessage[];
  readonly asked: { readonly prompt: string; readonly password: boolean }[];
  /** The answer to the next questions. */
  answer: string;
  /** The running cell's interrupt; replace it to begin another cell. */
  interrupt: AbortController;
}

/** Makes a {@link Recorder}. */
export function recorder(): Recorder {
  const made: Recorder = {
    sent: [],
    asked: [],
    answer: "",
    interrupt: new AbortController(),
    publish: (message) => void made.sent.push(message),
    input(prompt, password) {
      made.asked.push({ prompt, password });
      return made.answer;
    },
    signal: () => made.interrupt.signal,
  };
  return made;
}
