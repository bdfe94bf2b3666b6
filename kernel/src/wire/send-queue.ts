type Frames = (Uint8Array | string)[];

/** What a queue needs of a socket. */
export interface SendingSocket {
  send(frames: Frames): Promise<void>;
}

/** Sends one message after the other: a socket refuses a second `send` while one is waiting. */
export class SendQueue {
  private readonly waiting: Frames[] = [];
  private readonly socket: SendingSocket;
  private readonly failed: (error: unknown) => void;
  private running: Promise<void> | undefined;

  constructor(socket: SendingSocket, failed: (error: unknown) => void) {
    this.socket = socket;
    this.failed = failed;
  }

  send(frames: Frames): void {
    this.waiting.push(frames);
    this.running ??= this.pump();
  }

  /** Resolves once everything that was queued is with the socket. */
  async drained(): Promise<void> {
    await this.running;
  }

  private async pump(): Promise<void> {
    for (let frames = this.waiting.shift(); frames !== undefined; frames = this.waiting.shift()) {
      try {
        await this.socket.send(frames);
      } catch (error) {
        this.failed(error);
      }
    }
    this.running = undefined;
  }
}
