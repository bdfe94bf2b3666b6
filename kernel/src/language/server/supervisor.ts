import { serverExecutable } from "./executable.js";
import { ServerLink } from "./link.js";

/** Starts within {@link periodMs} that are granted: a server that dies again and again is left alone. */
const mostStarts = 4;
/** In milliseconds. */
const periodMs = 60_000;

/** What a supervisor is told. */
export interface Supervised {
  /** Where the server runs; asked for at each start. */
  folder(): string;
  /** Called with each new server, before anything else is asked of it. */
  opened(link: ServerLink): void;
  /** The server's program. Default: TypeScript's own for this platform. */
  executable?(): string;
}

/** Keeps one server running: starts it when it is first wanted, and again when it has died. */
export class Supervisor {
  private readonly parts: Required<Supervised>;
  private readonly starts: number[] = [];
  private current: Promise<ServerLink> | undefined;
  private link: ServerLink | undefined;
  private over = false;

  constructor(parts: Supervised) {
    this.parts = { executable: serverExecutable, ...parts };
  }

  /** Id of the process of the server that runs now. */
  get pid(): number | undefined {
    return this.link?.pid;
  }

  /**
   * The server.
   * @throws Error if it can't be started, or was started too often
   */
  server(): Promise<ServerLink> {
    this.current ??= this.start();
    return this.current;
  }

  /** Ends a server that does not answer; the next question starts another. */
  restart(): void {
    this.link?.stop();
    this.forget();
  }

  /** Ends the server for good. */
  stop(): void {
    this.over = true;
    this.link?.stop();
    this.forget();
  }

  private async start(): Promise<ServerLink> {
    try {
      this.count();
      const { executable, folder, opened } = this.parts;
      const link = await ServerLink.start(executable(), folder());
      this.link = link;
      void link.ended.then(() => {
        if (this.link === link) this.forget();
      });
      if (this.over) link.stop();
      else opened(link);
      return link;
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** @throws Error where a start would be one too many */
  private count(): void {
    const now = performance.now();
    const recent = this.starts.filter((at) => now - at < periodMs);
    if (this.over || recent.length >= mostStarts)
      throw new Error(`the language server was started ${recent.length} times within a minute`);
    this.starts.splice(0, this.starts.length, ...recent, now);
  }

  private forget(): void {
    this.current = undefined;
    this.link = undefined;
  }
}
