import { randomUUID } from "node:crypto";
import type { Header } from "../messages/index.js";
import { ExecutionQueue, type QueueWork } from "./queue.js";
import type { Request } from "./request.js";

type Execute = Request<"execute_request">;

/**
 * The queues of cells: the main one, and one for each subshell. Each runs its cells one after the other, and aborts
 * only its own; all share the session's one thread, so that a cell of one runs where those of the others wait.
 */
export class Shells {
  private readonly main: ExecutionQueue;
  private readonly subshells = new Map<string, ExecutionQueue>();
  private readonly active = new Set<Execute>();
  private readonly work: QueueWork;

  constructor(work: QueueWork) {
    this.work = {
      ...work,
      run: async (request, beforeReply) => {
        this.active.add(request);
        try {
          return await work.run(request, beforeReply);
        } finally {
          this.active.delete(request);
        }
      },
    };
    this.main = new ExecutionQueue(this.work);
  }

  /** The cells that are running or waiting for something, the one that was first to start first. */
  running(): Execute[] {
    return [...this.active];
  }

  /** Whether a message names a subshell that there is, or none. */
  knows({ subshell_id: id }: Header): boolean {
    return id === undefined || id === null || this.subshells.has(id);
  }

  /** Puts a cell at the end of its queue. */
  add(request: Execute): Promise<void> {
    const { subshell_id: id } = request.header;
    return (this.subshells.get(id ?? "") ?? this.main).add(request);
  }

  /** Makes a subshell; returns its name. */
  create(): string {
    const id = randomUUID();
    this.subshells.set(id, new ExecutionQueue(this.work));
    return id;
  }

  /** Names of the subshells, the oldest first. */
  list(): string[] {
    return [...this.subshells.keys()];
  }

  /** Removes a subshell: what waits in it is aborted, what runs goes on to its end. False where there is none. */
  delete(id: string): boolean {
    this.subshells.get(id)?.clear();
    return this.subshells.delete(id);
  }
}
