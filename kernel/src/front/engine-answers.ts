import type { EngineName, LanguageAnswers, LanguageQuestion } from "../messages/index.js";
import type { PromptAnswers } from "./answers.js";
import { codePointOffset, utf16Offset } from "./cursor.js";
import type { SessionPort } from "./session-port.js";
import { withinTime } from "./within-time.js";

/** The requests that an engine may answer by itself. */
type LanguageRequest = "complete_request" | "inspect_request" | "is_complete_request";

/** How long an answer may take, in milliseconds: the first waits for the engine to load, others may wait for a cell. */
const patienceMs = 3000;

/**
 * The answers beside an engine: tslab knows its language by itself. Where a cell keeps it from answering, the others do.
 * @param others the answers that need no engine
 */
export function answersBeside(
  engine: EngineName,
  session: SessionPort,
  others: PromptAnswers,
): PromptAnswers {
  return engine === "repl" ? others : { ...others, ...engineAnswers(session, others) };
}

function engineAnswers(session: SessionPort, others: PromptAnswers): Pick<PromptAnswers, LanguageRequest> {
  const ask = async (question: LanguageQuestion): Promise<unknown> => {
    const asked = session.ask({ ask: "language", question });
    return (await withinTime(asked, patienceMs)) ? asked : undefined;
  };
  return {
    async complete_request(request) {
      const { code, cursor_pos } = request.content;
      const found = await ask({ about: "complete", code, cursor: utf16Offset(code, cursor_pos) });
      if (!isCompletion(found)) return others.complete_request(request);
      const { matches, start, end } = found;
      const [cursor_start, cursor_end] = [codePointOffset(code, start), codePointOffset(code, end)];
      return { status: "ok", matches, cursor_start, cursor_end, metadata: {} };
    },
    async inspect_request(request) {
      const { code, cursor_pos } = request.content;
      const found = await ask({ about: "inspect", code, cursor: utf16Offset(code, cursor_pos) });
      if (found === null) return { status: "ok", found: false, data: {}, metadata: {} };
      if (!isInspection(found)) return others.inspect_request(request);
      return { status: "ok", found: true, data: { "text/plain": found.text }, metadata: {} };
    },
    async is_complete_request(request) {
      const found = await ask({ about: "is-complete", code: request.content.code });
      return isCompleteness(found) ? found : others.is_complete_request(request);
    },
  };
}

/** An interrupted question is answered as an interrupted cell is: none of these takes that. */
function isCompletion(answer: unknown): answer is LanguageAnswers["complete"] {
  return Array.isArray((answer as Partial<LanguageAnswers["complete"]> | null | undefined)?.matches);
}

function isInspection(answer: unknown): answer is LanguageAnswers["inspect"] {
  return typeof (answer as Partial<LanguageAnswers["inspect"]> | undefined)?.text === "string";
}

function isCompleteness(answer: unknown): answer is LanguageAnswers["is-complete"] {
  const status = (answer as { readonly status?: string } | null | undefined)?.status;
  return status === "complete" || status === "incomplete";
}
