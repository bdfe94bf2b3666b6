/** As much as a screen shows; the server drops messages that come much faster. */
const updatesPerSecond = 60;
const intervalMs = 1000 / updatesPerSecond;

/** Calls `send` at most 60 times a second: at once after a pause, else when the time has come. */
export class Pacer {
  private readonly send: () => void;
  private lastMs = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(send: () => void) {
    this.send = send;
  }

  /** There is something to send. */
  request(): void {
    const waitMs = this.lastMs + intervalMs - performance.now();
    if (waitMs <= 0) this.flush();
    else this.timer ??= globalThis.setTimeout(() => this.flush(), Math.ceil(waitMs));
  }

  /** Sends now. */
  flush(): void {
    globalThis.clearTimeout(this.timer);
    this.timer = undefined;
    this.lastMs = performance.now();
    this.send();
  }
}
