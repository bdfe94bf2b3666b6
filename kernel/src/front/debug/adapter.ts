import type { CompiledCell } from "../../compile/index.js";
import type { DebugEvent, DebugReply, DebugRequest, Header } from "../../messages/index.js";
import type { Cells } from "../cells.js";
import type { SessionPort } from "../session-port.js";
import { Breakpoints } from "./breakpoints.js";
import { createCommands, type Command } from "./commands.js";
import { Evaluation } from "./evaluation.js";
import { globalsObject } from "./globals.js";
import type { Inspector } from "./inspector.js";
import { Program } from "./program.js";
import { Scripts } from "./scripts.js";
import { Sources } from "./sources.js";
import { Variables } from "./variables.js";

/** What the debugger is made of. */
export interface DebugParts {
  readonly inspector: Inspector;
  readonly cells: Cells;
  readonly session: SessionPort;
  /** Folder of the notebook: code in there is the user's own. */
  readonly folder: string;
  /** Publishes an event; `parent` is the request that attached the debugger. */
  emit(event: DebugEvent, parent: Header | undefined): void;
}

/** Commands that run the user's code in its turn while the program runs, and may stop at a breakpoint themselves. */
const inTurn = new Set(["evaluate", "richInspectVariables"]);

/**
 * The debugger: speaks the Debug Adapter Protocol with the front end, V8's inspector protocol with the main thread.
 * Requests are carried out one after the other, in the order in which they came.
 */
export class DebugAdapter {
  private readonly program: Program;
  private readonly breakpoints: Breakpoints;
  private readonly commands: Readonly<Record<string, Command>>;
  private readonly parts: DebugParts;
  private attachedBy: Header | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private nextSeq = 1;

  constructor(parts: DebugParts) {
    this.parts = parts;
    const { inspector, cells, session, folder } = parts;
    const { post } = inspector;
    const copied = new Set<string>();
    const scripts = new Scripts((url) => cells.at(url), folder);
    const sources = new Sources(post, scripts, cells);
    const variables = new Variables(post, () => globalsObject(post, [...cells.names(), ...copied]));
    const emit = (event: string, body?: object): void => this.emit(event, body);
    this.breakpoints = new Breakpoints(post, scripts, sources);
    this.program = new Program({
      inspector,
      scripts,
      breakpoints: this.breakpoints,
      isBusy: () => session.open().length > 0,
      stopped: (body) => emit("stopped", body),
      continued(body) {
        void variables.forget();
        emit("continued", body);
      },
    });
    this.commands = createCommands({
      program: this.program,
      sources,
      breakpoints: this.breakpoints,
      variables,
      evaluation: new Evaluation({ post, cells, session }),
      copied,
      emit,
    });
  }

  /** Carries out a request, whatever comes of it. */
  answer(request: DebugRequest, header: Header): Promise<DebugReply> {
    const done = this.last.then(() => this.carryOut(request, header));
    if (!inTurn.has(request.command) || this.program.pause() !== undefined) this.last = done;
    return done;
  }

  /** A cell is about to run. */
  beforeCell(cell: CompiledCell): Promise<void> {
    this.program.newCell();
    return this.breakpoints.arm(cell);
  }

  /** Makes a program that stands still end what it was doing. Whether it stood still. */
  end(): boolean {
    return this.program.end();
  }

  private async carryOut(request: DebugRequest, header: Header): Promise<DebugReply> {
    const { command, seq: request_seq } = request;
    const around = (success: boolean) =>
      ({ type: "response", seq: this.nextSeq++, request_seq, command, success }) as const;
    if (command === "attach") this.attachedBy = header;
    try {
      const carriedOut = this.commands[command] as ((given: unknown, header: Header) => unknown) | undefined;
      if (carriedOut === undefined) throw new Error(`${command}: this debugger has no such command`);
      return { ...around(true), body: (await carriedOut(request.arguments ?? {}, header)) ?? {} };
    } catch (error) {
      return { ...around(false), message: error instanceof Error ? error.message : String(error), body: {} };
    }
  }

  private emit(event: string, body: object = {}): void {
    this.parts.emit({ type: "event", seq: this.nextSeq++, event, body }, this.attachedBy);
  }
}
