import {
  buildMessage,
  isMessageName,
  type Message,
  type MessageName,
} from "../../kernel/src/messages/index.js";
import { createSigner, encode, type Signer } from "../../kernel/src/wire/index.js";

export type Frames = (Uint8Array | string)[];

/** One mutated message, and what may come of it. */
export interface Shot {
  readonly frames: Frames;
  /** Name of the mutation, for the sentence of a failing test. */
  readonly kind: string;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nastyTexts = [
  "",
  "__proto__",
  "constructor",
  "\ud800",
  "𝓐",
  "<IDS|MSG>",
  "execute_request",
  "a".repeat(2000),
];
const nastyNumbers = [0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 31)];
/** Not in the hands of a fuzzer with the right key, because their work is to stop things. */
const stopping: readonly string[] = ["shutdown_request", "interrupt_request", "debug_request"];
const names = [
  ...["execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request"],
  ...[
    "comm_info_request",
    "kernel_info_request",
    "connect_request",
    "usage_request",
    "list_subshell_request",
  ],
  ...["delete_subshell_request", "comm_open", "comm_msg", "comm_close", "input_reply", "status", "stream"],
  ...["execute_reply", "toString", "__proto__", "no_request", ""],
];

/**
 * Makes mutated messages for a kernel with a key: damaged, forged, replayed, and nonsense that is well signed.
 * The code of `allowed(n)` is in messages whose right signature was made once; the code of `forbidden` never is.
 */
export class WireFuzz {
  private readonly random: () => number;
  private readonly right: Signer;
  private readonly wrong: Signer = createSigner("another key");
  private readonly code: { readonly allowed: (n: number) => string; readonly forbidden: string };
  private readonly past: Frames[] = [];
  private count = 0;

  constructor(seed: number, key: string, code: WireFuzz["code"]) {
    this.random = seeded(seed);
    this.right = createSigner(key);
    this.code = code;
  }

  /** The next message. */
  next(): Shot {
    const kinds = ["damaged", "shuffled", "forged", "replayed", "nonsense", "shapeless", "whole"] as const;
    const kind = this.pick(kinds);
    return { kind, frames: this[kind]() };
  }

  private whole(): Frames {
    const frames = this.signed(this.request(), this.right);
    this.past.push(frames);
    if (this.past.length > 200) this.past.shift();
    return frames;
  }

  /** Bytes changed, added or taken away anywhere. */
  private damaged(): Frames {
    const frames = this.signed(this.request(), this.right).map(bytesOf);
    for (let times = this.below(3) + 1; times > 0; times--) {
      const at = this.below(frames.length);
      frames[at] = this.damagedBytes(frames[at]!);
    }
    return frames;
  }

  /** Frames left out, doubled, moved, or come too many. */
  private shuffled(): Frames {
    const frames = this.signed(this.request(), this.right).map(bytesOf);
    for (let times = this.below(4) + 1; times > 0; times--) {
      const at = this.below(frames.length + 1);
      const action = this.below(4);
      if (action === 0) frames.splice(at, 1);
      else if (action === 1) frames.splice(at, 0, frames[this.below(frames.length)] ?? new Uint8Array(0));
      else if (action === 2) frames.splice(at, 0, this.bytes(this.below(64)));
      else frames.splice(this.below(frames.length + 1), 0, ...frames.splice(at, 1));
    }
    return frames;
  }

  /** Code that must never run, signed by one who does not know the key. */
  private forged(): Frames {
    const name = this.pick(["execute_request", "shutdown_request", "interrupt_request"] as const);
    const message = this.built(name, { code: this.code.forbidden, restart: false });
    const frames = this.signed(message, this.wrong);
    const signature = String(frames[1]);
    const theirs = String(this.signed(this.request(), this.right)[1]);
    frames[1] = this.pick([
      signature,
      theirs,
      "",
      signature.toUpperCase(),
      theirs.slice(0, 63),
      `${theirs}0`,
    ]);
    return frames;
  }

  private replayed(): Frames {
    return this.past.length === 0 ? this.forged() : this.pick(this.past);
  }

  /** Well signed parts, each any JSON. */
  private nonsense(): Frames {
    const header = {
      msg_id: this.text(),
      session: this.text(),
      username: this.text(),
      msg_type: this.pick(names),
    };
    if (this.below(3) === 0) Object.assign(header, { subshell_id: this.json(2) });
    const some = (depth: number): unknown => (this.below(4) === 0 ? this.json(depth) : {});
    const parts = [this.below(4) === 0 ? this.json(3) : header, some(2), some(2), this.json(3)];
    return this.parts(parts.map((part) => Buffer.from(JSON.stringify(part))));
  }

  /** Well signed parts that are no JSON, or too much of it. */
  private shapeless(): Frames {
    const deep = `${"[".repeat(this.below(5000))}`;
    const texts = ["", "{", "nul", "\u0000", deep, `{"msg_type":${deep}`, `{"a":1e${this.below(9999)}}`];
    const part = (): Uint8Array =>
      this.below(2) === 0 ? this.bytes(this.below(80)) : Buffer.from(this.pick(texts));
    return this.parts([part(), part(), part(), part()]);
  }

  private request(): Message {
    const code = this.code.allowed(this.count++);
    const name = this.pick(names.filter(isMessageName).filter((one) => !stopping.includes(one)));
    return this.built(this.below(2) === 0 ? "execute_request" : name, { code, cursor_pos: 1 });
  }

  private built(name: MessageName, content: object): Message {
    const around = { session: "fuzz", parent: undefined, buffers: [this.bytes(this.below(20))] };
    return buildMessage(name, content as never, around) as Message;
  }

  private signed(message: Message, signer: Signer): Frames {
    return encode(message, [], signer);
  }

  private parts(parts: readonly Uint8Array[]): Frames {
    return ["<IDS|MSG>", this.right.sign(parts), ...parts];
  }

  private damagedBytes(bytes: Uint8Array): Uint8Array {
    const damaged = [...bytes];
    const at = this.below(damaged.length + 1);
    const action = this.below(4);
    if (action === 0) damaged.splice(at, this.below(9));
    else if (action === 1) damaged.splice(at, 0, ...this.bytes(this.below(9)));
    else if (at < damaged.length) damaged[at]! ^= 1 << this.below(8);
    return Uint8Array.from(damaged);
  }

  /** Any JSON, `depth` levels deep at most. */
  private json(depth: number): unknown {
    switch (this.below(depth > 0 ? 6 : 4)) {
      case 0:
        return this.text();
      case 1:
        return this.pick(nastyNumbers);
      case 2:
        return this.below(2) === 0;
      case 3:
        return null;
      case 4:
        return Array.from({ length: this.below(4) }, () => this.json(depth - 1));
      default:
        return Object.fromEntries(
          Array.from({ length: this.below(4) }, () => [this.pick(fieldNames), this.json(depth - 1)]),
        );
    }
  }

  private text(): string {
    return this.pick(nastyTexts);
  }

  private bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.below(256));
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
}

const fieldNames = [
  ...["code", "cursor_pos", "silent", "comm_id", "target_name", "data", "value", "hist_access_type", "n"],
  ...["pattern", "session", "subshell_id", "user_expressions", "__proto__", "toString", "length"],
];

function bytesOf(frame: Uint8Array | string): Uint8Array {
  return typeof frame === "string" ? Buffer.from(frame) : frame;
}
