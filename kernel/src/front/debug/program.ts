import type { Debugger } from "node:inspector";
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Breakpoints } from "./breakpoints.js";
import { isCaught } from "./catches.js";
import { errorHeading, isThrown, stopsAt } from "./exceptions.js";
import type { Inspector } from "./inspector.js";
import type { Script, Scripts } from "./scripts.js";
import { visibleFrames, type Frame } from "./stack.js";

/** The only thread that there is to a front end: the one that runs the cells. */
export const threadId = 1;

/** The program stands still. */
export interface Pause {
  readonly data: Debugger.PausedEventDataType;
  /** The calls that the user may see, the innermost first. */
  readonly frames: readonly Frame[];
}

export interface ProgramParts {
  readonly inspector: Inspector;
  readonly scripts: Scripts;
  readonly breakpoints: Breakpoints;
  /** Whether any code of the user's is running or waiting. */
  isBusy(): boolean;
  stopped(body: DebugProtocol.StoppedEvent["body"]): void;
  /** It goes on, whoever made it. */
  continued(body: DebugProtocol.ContinuedEvent["body"]): void;
}

/** The inspector's ways to let a program go on. */
export type Step = "Debugger.resume" | "Debugger.stepOver" | "Debugger.stepInto" | "Debugger.stepOut";

/** Calls kept of those that wait for the one that runs: enough to find the `catch` that an error will reach. */
const asyncDepth = 16;
/** A step that ends in code of the compiler's making goes on; so often at most. */
const mostRepeats = 20;

/** The program that is debugged, as the user sees it: it stops in the user's own code and nowhere else. */
export class Program {
  private readonly parts: ProgramParts;
  private standing: Pause | undefined;
  private filters: ReadonlySet<string> = new Set();
  private onlyMine = true;
  private attached = false;
  private step: Step | undefined;
  private asked = false;
  /** A step went off the end of its cell: it would stop where the next one begins. */
  private stale = false;
  private repeats = 0;
  private nextFrame = 1;

  constructor(parts: ProgramParts) {
    this.parts = parts;
    const { inspector, scripts, breakpoints } = parts;
    inspector.on("Debugger.scriptParsed", (script) => void breakpoints.loaded(scripts.add(script)));
    inspector.on("Debugger.paused", (data) => this.paused(data));
    inspector.on("Debugger.resumed", () => this.resumed());
  }

  /** Whether a front end has attached the debugger. */
  isStarted(): boolean {
    return this.attached;
  }

  /** How the program stands still; `undefined` while it runs. */
  pause(): Pause | undefined {
    return this.standing;
  }

  /** The kinds of errors at which it stops. */
  errorFilters(): ReadonlySet<string> {
    return this.filters;
  }

  /**
   * Makes the program stop where it should from now on. It costs nothing before.
   * @param onlyMine whether code of libraries is passed over
   */
  async attach(onlyMine: boolean): Promise<void> {
    const { inspector, scripts, breakpoints } = this.parts;
    this.onlyMine = onlyMine;
    await inspector.post("Debugger.enable", {});
    this.attached = true;
    await inspector.post("Debugger.setBlackboxPatterns", { patterns: scripts.passedOver(onlyMine) });
    await this.stopAtErrors(this.filters);
    await breakpoints.attach();
  }

  /** Lets the program run as if there were no debugger. */
  async detach(): Promise<void> {
    const { inspector, scripts, breakpoints } = this.parts;
    this.filters = new Set();
    breakpoints.detach();
    if (!this.attached) return;
    this.attached = false;
    if (this.standing !== undefined) await inspector.post("Debugger.resume", {});
    await inspector.post("Debugger.disable", {});
    scripts.clear();
  }

  /** Chooses the errors at which to stop. */
  async stopAtErrors(filters: ReadonlySet<string>): Promise<void> {
    this.filters = filters;
    if (!this.attached) return;
    const { post } = this.parts.inspector;
    await post("Debugger.setPauseOnExceptions", { state: filters.size > 0 ? "all" : "none" });
    await post("Debugger.setAsyncCallStackDepth", { maxDepth: filters.has("uncaught") ? asyncDepth : 0 });
  }

  /** Lets it go on, to the next line or further. */
  async go(step: Step): Promise<void> {
    if (this.standing === undefined) throw new Error("the program is running");
    this.step = step;
    this.repeats = 0;
    await this.parts.inspector.post(step, {});
  }

  /** A cell is about to run; what was stepped through has ended. */
  newCell(): void {
    if (this.standing !== undefined || this.step === undefined) return;
    this.stale = this.step !== "Debugger.resume";
    this.step = undefined;
  }

  /** Stops it at the next line that it runs. */
  async halt(): Promise<void> {
    if (!this.attached) throw new Error("no debugger is attached");
    if (!this.parts.isBusy()) throw new Error("nothing is running");
    this.asked = true;
    await this.parts.inspector.post("Debugger.pause", {});
  }

  /** Makes a program that stands still end what it was doing. Whether it stood still. */
  end(): boolean {
    if (this.standing === undefined) return false;
    void this.parts.inspector.post("Debugger.resume", { terminateOnResume: true });
    return true;
  }

  private paused(data: Debugger.PausedEventDataType): void {
    const { scripts, breakpoints, inspector } = this.parts;
    const reached = breakpoints.reached(data.hitBreakpoints ?? []);
    const frames = visibleFrames(data.callFrames, scripts, {
      onlyMine: this.onlyMine,
      firstId: this.nextFrame,
    });
    const instead = this.insteadOfStopping({ data, frames }, reached.length > 0);
    if (instead !== undefined) return void inspector.post(instead, {});
    const body = stoppedBody(data, reached, this.asked ? "pause" : this.step);
    this.nextFrame += frames.length;
    this.standing = { data, frames };
    this.step = undefined;
    this.asked = false;
    this.parts.stopped(body);
  }

  private resumed(): void {
    if (this.standing === undefined) return;
    this.standing = undefined;
    this.parts.continued({ threadId, allThreadsContinued: true });
  }

  /** How to go on from a place where the user does not want to stop; `undefined` where they do. */
  private insteadOfStopping({ data, frames }: Pause, atBreakpoint: boolean): Step | undefined {
    const wasStale = this.stale;
    this.stale = false;
    if (atBreakpoint) return undefined;
    const on = this.step ?? "Debugger.resume";
    if ((data.hitBreakpoints ?? []).length > 0) return on;
    const { scripts } = this.parts;
    if (isThrown(data)) {
      const caught = (): boolean => isCaught(data, (id) => scripts.get(id));
      return frames.length > 0 && stopsAt(data, this.filters, caught) ? undefined : on;
    }
    const top = data.callFrames[0]!;
    // V8 stops in some of Node's own scripts whatever it is told: what was asked for is still to come
    if (frames[0]?.call !== top && this.asked) return "Debugger.stepInto";
    if (frames[0]?.call !== top)
      return frames.length > 0 && this.step ? "Debugger.stepOut" : "Debugger.resume";
    if (wasStale && !this.asked && !isDebuggerStatement(scripts.get(top.location.scriptId), top.location))
      return "Debugger.resume";
    const isNowhere = scripts.typed(top.location) === undefined;
    return isNowhere && this.step && this.repeats++ < mostRepeats ? on : undefined;
  }
}

/** Whether a cell says itself that it wants to stop here. */
function isDebuggerStatement({ cell }: Script, { lineNumber, columnNumber }: Debugger.Location): boolean {
  return cell?.code.split("\n")[lineNumber]?.startsWith("debugger", columnNumber) ?? false;
}

/** What a front end is told of a stop. */
function stoppedBody(
  data: Debugger.PausedEventDataType,
  hitBreakpointIds: number[],
  after: Step | "pause" | undefined,
): DebugProtocol.StoppedEvent["body"] {
  const where = { threadId, allThreadsStopped: true };
  if (hitBreakpointIds.length > 0) return { ...where, reason: "breakpoint", hitBreakpointIds };
  if (isThrown(data)) return { ...where, reason: "exception", text: errorHeading(data) };
  if (after === "pause") return { ...where, reason: "pause" };
  return after === undefined || after === "Debugger.resume"
    ? { ...where, reason: "breakpoint", description: "Stopped at a debugger statement" }
    : { ...where, reason: "step" };
}
