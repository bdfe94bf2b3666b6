import type { SessionPort } from "./session-port.js";
import { withinTime } from "./within-time.js";

/** What an interruption may do to the session's thread from outside. */
export interface Levers {
  /** Stops the code that is running. */
  terminate(): void;
  /** Ends the programs for which the thread is waiting; `firmly` where asking was not enough. */
  endChildren(firmly: boolean): void;
  /** Ends these programs, with all that they started. */
  endPrograms(pids: readonly number[]): void;
  /** Wakes the thread where it waits for the user's line. */
  wakeInput(): void;
}

/**
 * A thread that does not answer within this time is stopped by force, in milliseconds. 200: the library never keeps
 * the thread for longer, even on a machine with other work, and force would cut through its tidying up.
 */
const answerMs = 200;
/** Between two attempts to stop it, in milliseconds. */
const retryMs = 100;
/** Attempts before the interruption is given up: code in a native call without end can't be stopped. */
const attempts = 50;
/** Time for code that watches its signal to end by itself, in milliseconds: workers finish their block, files close. */
const graceMs = 400;
/** The same for code that had to be stopped by force and so watches nothing, in milliseconds. */
const shortGraceMs = 150;

/**
 * Stops whatever the session is doing and keeps its variables. First the polite way, by the signal; a thread that
 * does not answer is stopped by force; what then still waits for a promise is left behind.
 */
export class Interrupter {
  private readonly session: SessionPort;
  private readonly levers: Levers;
  private current: Promise<void> | undefined;

  constructor(session: SessionPort, levers: Levers) {
    this.session = session;
    this.levers = levers;
  }

  /** Interrupts once; a second call while it lasts waits for the first. */
  interrupt(): Promise<void> {
    this.current ??= this.stop().finally(() => (this.current = undefined));
    return this.current;
  }

  private async stop(): Promise<void> {
    const { session, levers } = this;
    const open = session.open();
    levers.wakeInput();
    const answered = session.ask({ ask: "interrupt", leave: [] });
    let awake = await withinTime(answered, answerMs);
    const grace = awake ? graceMs : shortGraceMs;
    for (let attempt = 0; !awake && attempt < attempts; attempt++) {
      levers.terminate();
      if (attempt > 0) levers.endChildren(attempt > 3);
      awake = await withinTime(answered, retryMs);
    }
    if (awake && !(await withinTime(session.settled(open), grace))) await this.leave(open);
  }

  /** Answers in the place of what does not end, and lets the session stop it when it moves again. */
  private async leave(open: readonly number[]): Promise<void> {
    const { session, levers } = this;
    const leave = session.open().filter((id) => open.includes(id));
    const left = session.ask({ ask: "interrupt", leave });
    if (await withinTime(left, answerMs)) levers.endPrograms(await left);
    for (const id of leave) session.settle(id, { status: "interrupted" });
  }
}
