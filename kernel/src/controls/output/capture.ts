import { cellHost, type CellHost } from "../../cell/index.js";
import type { OutputLog } from "./log.js";

/**
 * Calls `work` so that all it prints and shows, however late, goes into `log`, an error that it ends with too.
 * `controller` stops it: its signal is `cell.signal` inside. Gives what `work` gives.
 * @throws what `work` throws
 */
export function captureInto<T>(log: OutputLog, controller: AbortController, work: () => T): T {
  const host = cellHost();
  if (host.runPart === undefined) throw new Error("output: this session can't capture what code prints");
  return host.runPart({ output: (captured) => log.take(captured), controller }, () => {
    try {
      const result = work();
      return result instanceof Promise ? (result.catch((error) => failed(host, log, error)) as T) : result;
    } catch (error) {
      failed(host, log, error).catch(() => {});
      throw error;
    }
  });
}

/** Shows an error in the log, then throws it again. The cell waits for that, awaited or not. */
async function failed(host: CellHost, log: OutputLog, error: unknown): Promise<never> {
  const shown = host.explain?.(error).then((told) => log.fail(told));
  if (shown !== undefined) host.waitFor?.(shown);
  await shown;
  throw error;
}
