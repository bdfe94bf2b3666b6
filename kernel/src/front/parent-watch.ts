/** How often the parent is looked for, in milliseconds. */
const everyMs = 1000;

/**
 * Calls `gone` once the process that started the kernel has ended. Jupyter names it in `JPY_PARENT_PID`;
 * a kernel started without that name is meant to live on its own.
 */
export function watchParent(env: NodeJS.ProcessEnv, gone: () => void): void {
  const parent = Number(env["JPY_PARENT_PID"]);
  if (!Number.isInteger(parent) || parent <= 1) return;
  const direct = process.ppid === parent;
  const timer = setInterval(() => {
    if (direct ? process.ppid === parent : isAlive(parent)) return;
    clearInterval(timer);
    gone();
  }, everyMs);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
