/**
 * Keeps a cell from ending the kernel: `process.exit` throws instead, and errors that nothing caught are
 * handed to `uncaught`.
 */
export function guardProcess(uncaught: (what: string, error: unknown) => void): void {
  process.exit = ((code?: number | string | null) => {
    throw new Error(
      `process.exit(${code ?? ""}) is not for cells: the kernel goes on (end it with "Shut Down Kernel")`,
    );
  }) as typeof process.exit;
  process.on("uncaughtException", (error) => uncaught("uncaught error", error));
  process.on("unhandledRejection", (reason) => uncaught("promise rejected, and nothing caught it", reason));
}
