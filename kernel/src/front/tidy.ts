import { Session } from "node:inspector";
import type { Post } from "./runtime-scope.js";

/** After the start nobody's cell waits for it, in milliseconds; where one is running, the same again. */
const restMs = 3000;

/** Whose garbage is collected, and when it may be. */
export interface TidyParts {
  /** Reaches the inspectors of the two threads. */
  readonly threads: readonly Post[];
  isIdle(): boolean;
}

/** Gives back, once and at rest, what loading the kernel has left behind on its threads: a tenth of its memory. */
export function tidyOnce({ threads, isIdle }: TidyParts): void {
  const timer = setInterval(() => {
    if (!isIdle()) return;
    clearInterval(timer);
    for (const post of threads) void post("HeapProfiler.collectGarbage", {});
  }, restMs);
  timer.unref();
}

/** The inspector of this thread, for one question at a time. */
export const postHere: Post = async (method, params) => {
  const session = new Session();
  session.connect();
  try {
    return await new Promise((resolve, reject) =>
      session.post(method, params, (error, answer) => (error === null ? resolve(answer) : reject(error))),
    );
  } finally {
    session.disconnect();
  }
};
