import {
  buildMessage,
  type Header,
  type Message,
  type MessageContents,
  type MessageName,
} from "../messages/index.js";

/** Printed text waits at most this long for more, in milliseconds: as fast as one can see. */
const waitMs = 30;
/** And at most until it is this long, in UTF-16 units. */
const waitLength = 256 * 1024;
/** Text printed under one parent, in UTF-16 units, after which the rest is dropped: a front end dies of more. */
const mostPrinted = 100_000_000;

interface Pending {
  readonly name: "stdout" | "stderr";
  readonly parent: Header | undefined;
  readonly texts: string[];
}

/** Parts of a published message beside its content. */
export interface Extra {
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly buffers?: readonly Uint8Array[];
}

/**
 * Publishes messages in the order in which they were caused. Printed text is gathered for a moment, so that
 * ten thousand lines are a few messages; it goes out before any other message.
 */
export class Publisher {
  private readonly pending: Pending[] = [];
  private readonly printed = new Map<string, number>();
  private readonly send: (message: Message) => void;
  private readonly session: string;
  private timer: NodeJS.Timeout | undefined;
  private length = 0;

  constructor(session: string, send: (message: Message) => void) {
    this.session = session;
    this.send = send;
  }

  /** Publishes a message under its parent. */
  publish<K extends MessageName>(
    name: K,
    content: MessageContents[K],
    parent: Header | undefined,
    extra: Extra = {},
  ): void {
    this.flush();
    this.send(buildMessage(name, content, { session: this.session, parent, ...extra }));
  }

  /** Prints text under its parent. */
  print(name: "stdout" | "stderr", text: string, parent: Header | undefined): void {
    const kept = this.withinLimit(text, parent);
    if (kept === "") return;
    const last = this.pending.at(-1);
    if (last !== undefined && last.name === name && last.parent?.msg_id === parent?.msg_id)
      last.texts.push(kept);
    else this.pending.push({ name, parent, texts: [kept] });
    this.length += kept.length;
    if (this.length >= waitLength) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), waitMs);
  }

  /** Sends the text that was gathered. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.length = 0;
    for (const { name, parent, texts } of this.pending.splice(0))
      this.send(buildMessage("stream", { name, text: texts.join("") }, { session: this.session, parent }));
  }

  /** Forgets how much a finished request has printed. */
  forget(parent: Header): void {
    this.printed.delete(parent.msg_id);
  }

  private withinLimit(text: string, parent: Header | undefined): string {
    if (parent === undefined) return text;
    const before = this.printed.get(parent.msg_id) ?? 0;
    const after = before + text.length;
    this.printed.set(parent.msg_id, after);
    if (after <= mostPrinted) return text;
    return before > mostPrinted
      ? ""
      : `\n[output stopped: more than ${mostPrinted / 1e6} million characters]\n`;
  }
}
