import type { Message } from "../../../kernel/src/messages/index.js";
import type { Exchange, KernelClient } from "../../support/kernel-client.js";
import type { Aspect, Case } from "./case.js";

/** What one engine made of a case. */
export type Observed = Readonly<Record<Aspect, readonly unknown[]>>;

/** A busy machine needs long for tslab's first cell. In milliseconds. */
const timeoutMs = 60_000;

/** The case with names of its own. */
export function named(
  { name, cells = [], names, complete, inspect, isComplete, differs }: Case,
  number: number,
): Case {
  const own = (text: string): string =>
    text.replace(
      /(?<![\p{ID_Continue}$])(\p{ID_Start}\p{ID_Continue}*)_(?![\p{ID_Continue}$])/gu,
      `$1${number}`,
    );
  return {
    name,
    cells: cells.map(own),
    ...(names && { names: names.map(own) }),
    ...(complete && { complete: { code: own(complete.code), among: complete.among.map(own) } }),
    ...(inspect && { inspect: { code: own(inspect.code), words: inspect.words.map(own) } }),
    ...(isComplete !== undefined && { isComplete }),
    ...(differs && { differs }),
  };
}

/** Runs a case on an engine. */
export async function observe(
  kernel: KernelClient,
  { cells = [], names = [], ...asked }: Case,
): Promise<Observed> {
  const ran: Exchange<"execute_request">[] = [];
  const run = (code: string): Promise<Exchange<"execute_request">> =>
    kernel.execute(code, { timeoutMs, stop_on_error: false });
  for (const code of cells) ran.push(await run(code));
  const kinds: unknown[] = [];
  for (const name of names) kinds.push(kindOf(await run(`typeof ${name}`)));
  return {
    value: ran.map(valueOf),
    output: ran.map(({ stdout, stderr }) => ({ stdout, stderr })),
    error: ran.map(errorOf),
    shown: ran.map(shownBy),
    names: kinds,
    answer: await answers(kernel, asked),
  };
}

async function answers(
  kernel: KernelClient,
  { complete, inspect, isComplete }: Case | Omit<Case, "name">,
): Promise<unknown[]> {
  if (complete !== undefined) {
    const { code, cursor_pos } = withCursor(complete.code);
    const { reply } = await kernel.request("complete_request", { code, cursor_pos }, { timeoutMs });
    if (reply.status !== "ok") return [reply.status];
    const { matches, cursor_start, cursor_end } = reply;
    return [
      complete.among.filter((name) => matches.includes(name)),
      [...code].slice(cursor_start, cursor_end).join(""),
    ];
  }
  if (inspect !== undefined) {
    const { reply } = await kernel.request("inspect_request", withCursor(inspect.code), { timeoutMs });
    const text = reply.status === "ok" ? String(reply.data["text/plain"] ?? "") : reply.status;
    return inspect.words.filter((word) => text.includes(word));
  }
  if (isComplete === undefined) return [];
  return [(await kernel.request("is_complete_request", { code: isComplete }, { timeoutMs })).reply];
}

function withCursor(marked: string): { readonly code: string; readonly cursor_pos: number } {
  return { code: marked.replace("¦", ""), cursor_pos: [...marked].indexOf("¦") };
}

/** One engine says of a name that was never declared that it is undefined, the other refuses to look. */
function kindOf(asked: Exchange): unknown {
  const kind = valueOf(asked) ?? "'undefined'";
  return kind === "'undefined'" ? "not there" : kind;
}

function valueOf({ outputs }: Exchange): unknown {
  const result = outputs.find(({ header }) => header.msg_type === "execute_result");
  return (result as Message<"execute_result"> | undefined)?.content.data["text/plain"];
}

function errorOf({ reply }: Exchange<"execute_request">): string | undefined {
  return reply.status === "error" ? `${reply.ename}: ${reply.evalue}` : undefined;
}

function shownBy({ outputs }: Exchange): unknown[] {
  const shows = outputs.filter(({ header }) => /display_data$/.test(header.msg_type));
  return shows.map(({ header, content }) => [header.msg_type, (content as { readonly data: unknown }).data]);
}
