import type { Inspector, InspectorEvents } from "../../../../kernel/src/front/debug/inspector.js";

type Listener = (data: never) => void;

/** An inspector that notes what it is told, answers as asked, and tells what the test wants. */
export class FakeInspector implements Inspector {
  /** Commands so far, without what comes with them. */
  readonly sent: string[] = [];
  answers: Readonly<Record<string, unknown>> = {};
  private readonly listeners = new Map<string, Listener>();

  readonly post = (method: string): Promise<unknown> => {
    this.sent.push(method);
    return Promise.resolve(this.answers[method] ?? {});
  };

  on<K extends keyof InspectorEvents>(event: K, listener: (data: InspectorEvents[K]) => void): void {
    this.listeners.set(event, listener);
  }

  tell<K extends keyof InspectorEvents>(event: K, data: Partial<InspectorEvents[K]> & object): void {
    this.listeners.get(event)?.(data as never);
  }

  /** The program stops in these scripts, the innermost first, each in its first line. */
  pauseIn(scriptIds: readonly string[], more: Partial<InspectorEvents["Debugger.paused"]> = {}): void {
    const callFrames = scriptIds.map((scriptId, at) => ({
      callFrameId: `call ${at}`,
      functionName: at === 0 ? "f" : "",
      location: { scriptId, lineNumber: 0, columnNumber: 0 },
      url: "",
      scopeChain: [],
      this: { type: "undefined" },
    }));
    this.tell("Debugger.paused", { reason: "other", hitBreakpoints: [], callFrames, ...more });
  }
}
