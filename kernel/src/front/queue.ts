import type { Request } from "./request.js";

type Execute = Request<"execute_request">;

/** What a queue does with its requests. */
export interface QueueWork {
  /** Runs one; true where those behind it are to be aborted. The reply waits for `beforeReply`. */
  run(request: Execute, beforeReply: () => Promise<void>): Promise<boolean>;
  abort(request: Execute): void;
}

/** Time for requests that are on their way already, in milliseconds, before an error's reply goes out. */
const settleMs = 5;

/** Cells wait here for their turn. After an error those that were sent before it could be seen are aborted. */
export class ExecutionQueue {
  private readonly waiting: Execute[] = [];
  private readonly work: QueueWork;
  private active = false;

  constructor(work: QueueWork) {
    this.work = work;
  }

  /** Puts a request at the end. */
  add(request: Execute): Promise<void> {
    this.waiting.push(request);
    return this.active ? Promise.resolve() : this.drain();
  }

  /** Aborts those that wait. */
  clear(): void {
    for (const request of this.waiting.splice(0)) this.work.abort(request);
  }

  private async drain(): Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      this.active = true;
      let behind: Execute[] = [];
      const beforeReply = async (): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, settleMs));
        behind = this.waiting.splice(0);
      };
      try {
        const failed = await this.work.run(next, beforeReply);
        if (!failed) this.waiting.unshift(...behind);
        else for (const request of behind) this.work.abort(request);
      } finally {
        this.active = false;
      }
    }
  }
}
