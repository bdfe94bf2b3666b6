import type { MessagePort } from "node:worker_threads";
import { inputState, type Cause, type MessageContents } from "../messages/index.js";
import type { Request } from "./request.js";

/** What the desk needs of the front door. */
export interface DeskLink {
  readonly flag: Int32Array;
  readonly port: MessagePort;
  /** The cells that are running. */
  running(): readonly Request<"execute_request">[];
  ask(request: Request<"execute_request">, content: MessageContents["input_request"]): void;
}

/** Passes a cell's question to the front end that runs it, and the answer back to the sleeping thread. */
export class InputDesk {
  private readonly link: DeskLink;
  private waiting = false;

  constructor(link: DeskLink) {
    this.link = link;
  }

  /** A cell asks, and sleeps until it is answered. */
  question(cause: Cause | undefined, prompt: string, password: boolean): void {
    const running = this.link.running().find(({ header }) => header.msg_id === cause?.header.msg_id);
    this.waiting = true;
    if (running === undefined)
      return this.wake(inputState.refused, "only a cell that is running may ask the user");
    if (running.content.allow_stdin === false)
      return this.wake(inputState.refused, "this front end takes no input");
    this.link.ask(running, { prompt, password });
  }

  /** The user's line. */
  answer(value: string): void {
    if (this.waiting) this.wake(inputState.answered, value);
  }

  /** The cell is interrupted. */
  interrupt(): void {
    if (this.waiting) this.wake(inputState.interrupted, undefined);
  }

  private wake(state: number, text: string | undefined): void {
    this.waiting = false;
    if (text !== undefined) this.link.port.postMessage({ text });
    Atomics.store(this.link.flag, 0, state);
    Atomics.notify(this.link.flag, 0);
  }
}
