import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Header } from "../../messages/index.js";
import type { Breakpoints } from "./breakpoints.js";
import { cellFiles } from "./code-path.js";
import type { Evaluation } from "./evaluation.js";
import { exceptionFilters, exceptionInfo } from "./exceptions.js";
import { threadId, type Program, type Step } from "./program.js";
import type { Sources } from "./sources.js";
import { frameScopes, stackFrame, type Frame } from "./stack.js";
import { describeValue } from "./values.js";
import type { Variables } from "./variables.js";

/** What the commands work on. */
export interface CommandParts {
  readonly program: Program;
  readonly sources: Sources;
  readonly breakpoints: Breakpoints;
  readonly variables: Variables;
  readonly evaluation: Evaluation;
  /** Variables that were made from the debugger, of which no cell knows. */
  readonly copied: Set<string>;
  /** Publishes an event under the request that attached the debugger. */
  emit(event: string, body?: object): void;
}

/** Carries out a command and gives the body of its reply; what it throws is the reply's message. */
export type Command = (given: never, header: Header) => unknown;

/** The program stopped with `frames`, of which front ends name one by its id. */
type InFrame = { readonly frameId?: number };

const name = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * The commands of the Debug Adapter Protocol, and those that Jupyter adds: `debugInfo`, `dumpCell`,
 * `inspectVariables`, `richInspectVariables` and `copyToGlobals`.
 */
export function createCommands(parts: CommandParts): Readonly<Record<string, Command>> {
  const { program, sources, breakpoints, variables, evaluation, copied, emit } = parts;

  const frameOf = (id: number): Frame => {
    const frame = program.pause()?.frames.find((one) => one.id === id);
    if (frame === undefined) throw new Error(`frame ${id}: the program has gone on since`);
    return frame;
  };
  /** The inspector's name of the call in which to evaluate; `undefined` while the program runs. */
  const callOf = (id: number | undefined): string | undefined =>
    (id === undefined ? program.pause()?.frames[0] : frameOf(id))?.call.callFrameId;
  const going = (step: Step) => async (): Promise<object> => {
    await program.go(step);
    return { allThreadsContinued: true };
  };
  const leave = async (): Promise<void> => {
    await program.detach();
    emit("terminated");
  };

  return {
    initialize: () => capabilities,
    attach: async ({ justMyCode = true }: { readonly justMyCode?: boolean }) => {
      await program.attach(justMyCode);
      emit("initialized");
    },
    configurationDone: () => undefined,
    disconnect: leave,
    terminate: leave,
    debugInfo: () => ({
      ...cellFiles,
      isStarted: program.isStarted(),
      breakpoints: breakpoints.list(),
      stoppedThreads: program.pause() === undefined ? [] : [threadId],
      richRendering: true,
      copyToGlobals: true,
      exceptionPaths: [],
    }),

    dumpCell: ({ code }: { readonly code: string }) => ({ sourcePath: sources.note(code) }),
    source: (given: DebugProtocol.SourceArguments) => sources.text(given.source?.path ?? ""),
    modules: () => sources.modules(),
    setBreakpoints: async ({ source, breakpoints: wanted = [] }: DebugProtocol.SetBreakpointsArguments) => ({
      breakpoints: await breakpoints.replace(source.path ?? "", wanted),
    }),
    breakpointLocations: async (given: DebugProtocol.BreakpointLocationsArguments) => {
      const places = await sources.places(given.source.path ?? "");
      return { breakpoints: places?.between(given.line, given.endLine ?? given.line).map(shownPlace) ?? [] };
    },
    setExceptionBreakpoints: ({ filters }: DebugProtocol.SetExceptionBreakpointsArguments) =>
      program.stopAtErrors(new Set(filters)),

    continue: going("Debugger.resume"),
    next: going("Debugger.stepOver"),
    stepIn: going("Debugger.stepInto"),
    stepOut: going("Debugger.stepOut"),
    pause: () => program.halt(),

    threads: () => ({ threads: [{ id: threadId, name: "cells" }] }),
    stackTrace: ({ startFrame = 0, levels = 0 }: DebugProtocol.StackTraceArguments) => {
      const frames = program.pause()?.frames ?? [];
      const end = levels > 0 ? startFrame + levels : frames.length;
      return { stackFrames: frames.slice(startFrame, end).map(stackFrame), totalFrames: frames.length };
    },
    scopes: ({ frameId }: DebugProtocol.ScopesArguments) => ({
      scopes: frameScopes(frameOf(frameId), variables),
    }),
    variables: async ({ variablesReference, start, count }: DebugProtocol.VariablesArguments) => ({
      variables: await variables.inside(variablesReference, { start, count }),
    }),
    inspectVariables: async () => {
      if (program.pause() === undefined) await variables.forget();
      return { variables: await variables.inside(variables.hold({ kind: "globals" })) };
    },
    exceptionInfo: () => {
      const pause = program.pause();
      if (pause === undefined) throw new Error("the program is running");
      return exceptionInfo(pause.data, program.errorFilters());
    },

    evaluate: async ({ expression, frameId }: DebugProtocol.EvaluateArguments, header: Header) => {
      const call = callOf(frameId);
      if (call === undefined) {
        const shown = await evaluation.running(expression, { header, silent: false });
        return { result: String(shown?.data["text/plain"] ?? "undefined"), variablesReference: 0 };
      }
      const { value, ...opens } = variables.variable("", await evaluation.standing(expression, call));
      return { ...opens, result: value };
    },
    setVariable: async (given: DebugProtocol.SetVariableArguments) => {
      const holder = variables.held(given.variablesReference);
      if (holder === undefined) throw new Error(`${given.name}: the program has gone on since`);
      const value = await evaluation.set(holder, given.name, given.value, callOf(undefined));
      return variables.variable(given.name, value);
    },
    richInspectVariables: async (
      { variableName, frameId }: { readonly variableName: string } & InFrame,
      header: Header,
    ) => {
      if (!name.test(variableName)) return { data: {}, metadata: {} };
      const call = callOf(frameId);
      if (call === undefined)
        return (
          (await evaluation.running(variableName, { header, silent: true })) ?? { data: {}, metadata: {} }
        );
      const value = await evaluation.standing(variableName, call);
      return { data: { "text/plain": describeValue(value) }, metadata: {} };
    },
    copyToGlobals: async (given: CopyToGlobals) => {
      const wrong = [given.srcVariableName, given.dstVariableName].find((one) => !name.test(one));
      if (wrong !== undefined) throw new Error(`${wrong}: got no name, wanted that of a variable`);
      const value = await evaluation.standing(given.srcVariableName, callOf(given.srcFrameId));
      await evaluation.setGlobal(given.dstVariableName, value);
      copied.add(given.dstVariableName);
      return variables.variable(given.dstVariableName, value);
    },
  } satisfies Record<string, Command>;
}

interface CopyToGlobals {
  readonly srcVariableName: string;
  readonly dstVariableName: string;
  readonly srcFrameId: number;
}

const capabilities: DebugProtocol.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsConditionalBreakpoints: true,
  supportsHitConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsBreakpointLocationsRequest: true,
  supportsEvaluateForHovers: true,
  supportsSetVariable: true,
  supportsModulesRequest: true,
  supportsExceptionInfoRequest: true,
  supportsTerminateRequest: true,
  exceptionBreakpointFilters: [...exceptionFilters],
};

function shownPlace({ line, column }: { line: number; column: number }): DebugProtocol.BreakpointLocation {
  return { line, column };
}
