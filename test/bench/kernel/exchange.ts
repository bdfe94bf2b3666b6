import type { Heard } from "./heard.js";

/** What a kernel answered to a request. */
export interface Exchange {
  readonly reply: Readonly<Record<string, unknown>>;
  /** Text of the cell's value, where it was published as one. */
  readonly value: string | undefined;
  /** What was printed. */
  readonly printed: readonly string[];
  /** Bytes of all buffers. */
  readonly bufferBytes: number;
}

/** A request under way: gathers what comes back until its end. */
export class Pending {
  /** Resolves once the reply is there, and the idle where it is waited for. */
  readonly done: Promise<Exchange>;
  /** Ends it without an answer. */
  fail!: (error: Error) => void;
  private resolve!: (exchange: Exchange) => void;
  private readonly id: string;
  private isIdle: boolean;
  private reply: Exchange["reply"] | undefined;
  private value: string | undefined;
  private readonly printed: string[] = [];
  private bufferBytes = 0;

  constructor(id: string, waitsForIdle: boolean) {
    this.id = id;
    this.isIdle = !waitsForIdle;
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.fail = reject;
    });
  }

  /** Takes a message of any channel; what belongs to another request is none of its business. */
  hear({ type, parent, content, buffers }: Heard): void {
    if (parent !== this.id) return;
    for (const { byteLength } of buffers) this.bufferBytes += byteLength;
    if (type === "stream") this.printed.push(content()["text"] as string);
    else if (type === "execute_result")
      this.value = (content()["data"] as Record<string, string>)["text/plain"];
    else if (type === "status" && content()["execution_state"] === "idle") this.isIdle = true;
    else if (type.endsWith("_reply")) this.reply = content();
    if (this.reply === undefined || !this.isIdle) return;
    const { reply, value, printed, bufferBytes } = this;
    this.resolve({ reply, value, printed, bufferBytes });
  }
}
