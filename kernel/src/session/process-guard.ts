import type { EventEmitter } from "node:events";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";

/**
 * Keeps a cell from ending the kernel: what would end its process throws instead, and errors that nothing caught are
 * handed to `uncaught`, unless the cell listens for them itself.
 */
export function guardProcess(uncaught: (what: string, error: unknown) => void): void {
  const { kill } = process;
  process.exit = ((code?: number | string | null) =>
    refuse(`process.exit(${code ?? ""})`)) as typeof process.exit;
  process.abort = () => refuse("process.abort()");
  process.kill = (pid, signal) =>
    pid === process.pid && signal !== 0 ? refuse("process.kill() of the kernel itself") : kill(pid, signal);
  syncBuiltinESMExports(); // else a cell that imports these by name has Node's own
  const caught = (error: Error): void => {
    try {
      if (!(process as EventEmitter).emit("uncaughtException", error, "uncaughtException"))
        uncaught("uncaught error", error);
    } catch (another) {
      uncaught("uncaught error", another);
    }
  };
  // no listener: a cell may remove all of them, and the next error would end the process
  process.setUncaughtExceptionCaptureCallback(null);
  process.setUncaughtExceptionCaptureCallback(caught);
  process.on("unhandledRejection", (reason) => uncaught("promise rejected, and nothing caught it", reason));
}

function refuse(what: string): never {
  throw new Error(`${what} is not for cells: the kernel goes on (end it with "Shut Down Kernel")`);
}
