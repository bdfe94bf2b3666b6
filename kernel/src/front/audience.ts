import { withinTime } from "./within-time.js";

/** How long the first cell waits for someone to hear its output, in milliseconds; sockets try to connect every 100. */
const patienceMs = 1000;

/**
 * Knows whether a front end has subscribed to the output. A front end's sockets connect one by one: its first cell
 * may come in before it listens, and would then seem to never end.
 */
export class Audience {
  private readonly arrived: Promise<void>;
  private readonly arrive: () => void;
  private waited: Promise<boolean> | undefined;

  constructor() {
    let arrive!: () => void;
    this.arrived = new Promise((resolve) => (arrive = resolve));
    this.arrive = arrive;
  }

  /** Someone listens. */
  subscribed(): void {
    this.arrive();
  }

  /** Resolves once someone listens, or after a while without. */
  async present(): Promise<void> {
    this.waited ??= withinTime(this.arrived, patienceMs);
    await this.waited;
  }
}
