import type * as Language from "../language/index.js";
import {
  failure,
  type KernelInfo,
  type Ports,
  type Reply,
  type RequestName,
  type Requests,
} from "../messages/index.js";
import { codePointOffset, utf16Offset } from "./cursor.js";
import type { Cells } from "./cells.js";
import type { CommList } from "./comm-list.js";
import type { DebugGate } from "./debug/gate.js";
import type { History } from "./history.js";
import type { Interrupter } from "./interrupter.js";
import type { Request } from "./request.js";
import type { Shells } from "./shells.js";
import type { TypeDesk } from "./type-desk.js";
import { UsageMeter } from "./usage.js";

/** Requests that are answered at once, also while a cell runs; running cells have a queue of their own. */
export type Prompt = Exclude<RequestName, "execute_request">;
export type PromptAnswers = {
  readonly [K in Prompt]: (request: Request<K>) => Requests[K][1] | Promise<Requests[K][1]>;
};

/** What the answers are made from. */
export interface AnswerParts {
  readonly comms: CommList;
  readonly scope: Language.RuntimeScope;
  readonly cells: Cells;
  readonly history: History;
  readonly interrupter: Interrupter;
  readonly debug: DebugGate;
  readonly info: Reply<KernelInfo>;
  readonly ports: Ports;
  readonly shells: () => Shells;
  /** Missing where the engine knows its language by itself. */
  readonly types?: TypeDesk | undefined;
}

/** The table of answers: a request without a row does not compile. */
export function createAnswers({
  comms,
  scope,
  cells,
  history,
  interrupter,
  debug,
  info,
  ports,
  shells,
  types,
}: AnswerParts): PromptAnswers {
  /** The scope, with what its names were imported as. */
  const scopeIn = ({ importsIn }: typeof Language): Language.RuntimeScope => ({
    ...scope,
    imported(name) {
      const source = cells.declaring(name);
      return source === undefined ? undefined : importsIn(source).get(name);
    },
  });
  const meter = new UsageMeter();
  const language = (): Promise<typeof Language> => import("../language/index.js");
  return {
    kernel_info_request: () => info,
    connect_request: () => ({ status: "ok", ...ports }),
    history_request: ({ content }) => ({ status: "ok", history: history.find(content) }),
    interrupt_request: async () => {
      await interrupter.interrupt();
      return { status: "ok" };
    },
    shutdown_request: ({ content }) => ({ status: "ok", restart: content.restart ?? false }),
    debug_request: (request) => debug.answer(request),
    usage_request: () => ({ status: "ok", ...meter.read() }),
    create_subshell_request: () => ({ status: "ok", subshell_id: shells().create() }),
    list_subshell_request: () => ({ status: "ok", subshell_id: shells().list() }),
    delete_subshell_request: ({ content: { subshell_id: id } }) =>
      shells().delete(id) ? { status: "ok" } : failure("UnknownSubshell", `no subshell ${id}`),
    comm_info_request: ({ content }) => ({ status: "ok", comms: comms.list(content.target_name) }),
    is_complete_request: async ({ content }) => (await language()).isComplete(content.code),
    complete_request: async ({ content: { code, cursor_pos } }) => {
      const loaded = await language();
      const cursor = utf16Offset(code, cursor_pos);
      const found = await loaded.complete(code, cursor, scopeIn(loaded), await types?.service());
      const [start, end] = [codePointOffset(code, found.start), codePointOffset(code, found.end)];
      const described = found.matches.map((match) => ({ ...match, start, end }));
      return {
        status: "ok",
        matches: found.matches.map(({ text }) => text),
        cursor_start: start,
        cursor_end: end,
        metadata: { _jupyter_types_experimental: described },
      };
    },
    inspect_request: async ({ content: { code, cursor_pos } }) => {
      const loaded = await language();
      const typed = types === undefined ? {} : { types: await types.service() };
      const seen = await loaded.inspect(code, utf16Offset(code, cursor_pos), scopeIn(loaded), typed);
      const data = {
        ...(seen.text !== undefined && { "text/plain": seen.text }),
        ...(seen.markdown !== undefined && { "text/markdown": seen.markdown }),
      };
      return { status: "ok", found: seen.found, data, metadata: {} };
    },
  };
}
