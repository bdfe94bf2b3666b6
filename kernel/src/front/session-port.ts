import { unpackPrinted } from "../messages/index.js";
import type { Answers, Cause, FromSession, ToSession } from "../messages/index.js";

type AskName = ToSession["ask"];
type Ask<K extends AskName> = Extract<ToSession, { readonly ask: K }>;

/** What the session tells unasked. */
export type Tale =
  | Exclude<FromSession, { readonly tell: "answer" | "cause" }>
  | {
      readonly tell: "stream";
      readonly cause: Cause;
      readonly name: "stdout" | "stderr";
      readonly text: string;
    };

interface Waiting {
  readonly done: Promise<unknown>;
  readonly resolve: (value: Answers[AskName]) => void;
}

/** The front door's end of its line to the session: questions with answers, and what the session tells unasked. */
export class SessionPort {
  private readonly waiting = new Map<number, Waiting>();
  private readonly causes = new Map<number, Cause>();
  private readonly post: (id: number, message: ToSession) => void;
  private readonly told: (tale: Tale) => void;
  private nextId = 1;

  constructor(post: (id: number, message: ToSession) => void, told: (tale: Tale) => void) {
    this.post = post;
    this.told = told;
  }

  /** Asks; the answer may never come, if what was asked for is interrupted: see {@link settle}. */
  ask<K extends AskName>(message: Ask<K>): Promise<Answers[K]> {
    const id = this.nextId++;
    let resolve!: Waiting["resolve"];
    const done = new Promise<Answers[AskName]>((answered) => (resolve = answered));
    this.waiting.set(id, { done, resolve });
    this.post(id, message);
    return done as Promise<Answers[K]>;
  }

  /** Takes a message of the session. */
  receive(message: FromSession | string): void {
    if (typeof message === "string") {
      const { cause, name, text } = unpackPrinted(message);
      this.told({ tell: "stream", cause: this.causes.get(cause)!, name, text });
    } else if (message.tell === "cause") this.causes.set(message.number, message.cause);
    else if (message.tell === "answer") this.settle(message.id, message.value);
    else this.told(message);
  }

  /** Questions without an answer so far. */
  open(): number[] {
    return [...this.waiting.keys()];
  }

  /** Resolves when none of `ids` is open any more. */
  async settled(ids: readonly number[]): Promise<void> {
    await Promise.all(ids.flatMap((id) => this.waiting.get(id)?.done ?? []));
  }

  /** Answers a question in the session's place. */
  settle(id: number, value: Answers[AskName]): void {
    this.waiting.get(id)?.resolve(value);
    this.waiting.delete(id);
  }
}
