/** Reason of the signal of a run that is not wanted any more: a newer one waits, or its controls were closed. */
export class Superseded extends Error {
  override readonly name = "Superseded";

  constructor() {
    super("this run is not wanted any more: a control was changed, or closed");
  }
}

/** One run. Its promise resolves when it has ended, well or not, and soon after `controller` was aborted. */
export type Job = (controller: AbortController) => Promise<void>;

/** Lets one job run at a time. One that comes meanwhile aborts that and starts when it has ended; of several, the newest. */
export class Newest {
  private running: AbortController | undefined;
  private waiting: Job | undefined;
  /** Whether a job's own code is on the stack. */
  private entered = false;

  request(job: Job): void {
    this.waiting = job;
    this.running?.abort(new Superseded());
    if (this.running === undefined && !this.entered) this.next();
  }

  /** Aborts the job that runs, and forgets the one that waits. */
  stop(): void {
    this.waiting = undefined;
    this.running?.abort(new Superseded());
  }

  private next(): void {
    const job = this.waiting;
    this.waiting = undefined;
    this.running = undefined;
    if (job === undefined) return;
    const controller = new AbortController();
    const ended = this.enter(() => job(controller));
    this.running = controller;
    if (this.waiting !== undefined) controller.abort(new Superseded());
    // in a turn of its own: a job whose own changes ask for the next one must not keep the thread for itself
    void ended.then(() => globalThis.setImmediate(() => this.next()));
  }

  /** The mark goes by itself, too: where the job is stopped half way nothing after it is reached. */
  private enter<T>(work: () => T): T {
    this.entered = true;
    globalThis.setImmediate(() => (this.entered = false));
    const result = work();
    this.entered = false;
    return result;
  }
}
