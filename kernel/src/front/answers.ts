import type * as Language from "../language/index.js";
import type { KernelInfo, Ports, Reply, RequestName, Requests } from "../messages/index.js";
import { codePointOffset, utf16Offset } from "./cursor.js";
import type { Cells } from "./cells.js";
import type { History } from "./history.js";
import type { Interrupter } from "./interrupter.js";
import type { Request } from "./request.js";
import type { SessionPort } from "./session-port.js";

/** Requests that are answered at once, also while a cell runs; running cells have a queue of their own. */
export type Prompt = Exclude<RequestName, "execute_request">;
export type PromptAnswers = {
  readonly [K in Prompt]: (request: Request<K>) => Requests[K][1] | Promise<Requests[K][1]>;
};

/** What the answers are made from. */
export interface AnswerParts {
  readonly session: SessionPort;
  readonly scope: Language.RuntimeScope;
  readonly cells: Cells;
  readonly history: History;
  readonly interrupter: Interrupter;
  readonly info: Reply<KernelInfo>;
  readonly ports: Ports;
}

/** The table of answers: a request without a row does not compile. */
export function createAnswers({
  session,
  scope,
  cells,
  history,
  interrupter,
  info,
  ports,
}: AnswerParts): PromptAnswers {
  /** The scope, with what its names were imported as. */
  const scopeIn = ({ importsIn }: typeof Language): Language.RuntimeScope => ({
    ...scope,
    imported(name) {
      const source = cells.declaring(name);
      return source === undefined ? undefined : importsIn(source).get(name);
    },
  });
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
    comm_info_request: async ({ content }) => ({
      status: "ok",
      comms: await session.ask({ ask: "comm-info", target: content.target_name }),
    }),
    is_complete_request: async ({ content }) => (await language()).isComplete(content.code),
    complete_request: async ({ content: { code, cursor_pos } }) => {
      const loaded = await language();
      const found = await loaded.complete(code, utf16Offset(code, cursor_pos), scopeIn(loaded));
      const [start, end] = [codePointOffset(code, found.start), codePointOffset(code, found.end)];
      const types = found.matches.map(({ text, type }) => ({ text, type, start, end }));
      return {
        status: "ok",
        matches: found.matches.map(({ text }) => text),
        cursor_start: start,
        cursor_end: end,
        metadata: { _jupyter_types_experimental: types },
      };
    },
    inspect_request: async ({ content: { code, cursor_pos } }) => {
      const loaded = await language();
      const seen = await loaded.inspect(code, utf16Offset(code, cursor_pos), scopeIn(loaded));
      const data = {
        ...(seen.text !== undefined && { "text/plain": seen.text }),
        ...(seen.markdown !== undefined && { "text/markdown": seen.markdown }),
      };
      return { status: "ok", found: seen.found, data, metadata: {} };
    },
  };
}
