import type { HistoryEntry, HistoryRequest } from "../messages/index.js";
import type { HistoryLine, HistoryStore } from "./history-file.js";

/** Number of the session where no others are kept. */
const onlySession = 1;

/** What was typed in this session and, where they are kept, in those before it, and what it gave. */
export class History {
  private readonly lines: { readonly line: number; readonly input: string; output: string | null }[] = [];
  private readonly store: HistoryStore | undefined;

  /** @param store where the lines are kept; left out, they are forgotten with the session */
  constructor(store?: HistoryStore) {
    this.store = store;
  }

  add(line: number, input: string): void {
    this.lines.push({ line, input, output: null });
    this.store?.addInput(line, input);
  }

  /** Notes the text of a line's value. */
  setOutput(line: number, output: string): void {
    const entry = this.lines.findLast((one) => one.line === line);
    if (entry !== undefined) entry.output = output;
    this.store?.addOutput(line, output);
  }

  /** Answers a request; a session below 0 counts back from this one, whose number is 0 as well. */
  find(request: HistoryRequest): HistoryEntry[] {
    return this.chosen(request).map(({ session, line, input, output }) => [
      session,
      line,
      request.output === true ? [input, output] : input,
    ]);
  }

  private chosen({ hist_access_type: how, ...request }: HistoryRequest): HistoryLine[] {
    switch (how) {
      case "tail":
        return last(this.all(), request.n);
      case "range": {
        const { start = 1, stop } = request;
        const wanted = this.numbered(request.session ?? 0);
        const lines = wanted === this.session() ? this.own() : this.all();
        return lines.filter(
          ({ session, line }) => session === wanted && line >= start && line < (stop ?? Infinity),
        );
      }
      case "search": {
        const found = this.all().filter(({ input }) => matchesGlob(request.pattern ?? "*", input));
        return last(request.unique === true ? latestOfEach(found) : found, request.n);
      }
    }
  }

  private session(): number {
    return this.store?.session() ?? onlySession;
  }

  private numbered(session: number): number {
    return session > 0 ? session : this.session() + session;
  }

  private own(): HistoryLine[] {
    const session = this.session();
    return this.lines.map((line) => ({ session, ...line }));
  }

  /** This session's lines come last, also where a later one runs beside it. */
  private all(): HistoryLine[] {
    return [...(this.store?.others() ?? []), ...this.own()];
  }
}

function last(lines: readonly HistoryLine[], n: number | null | undefined): HistoryLine[] {
  return n === undefined || n === null ? [...lines] : lines.slice(Math.max(0, lines.length - n));
}

function latestOfEach(lines: readonly HistoryLine[]): HistoryLine[] {
  const latest = new Map(lines.map(({ input }, at) => [input, at]));
  return lines.filter(({ input }, at) => latest.get(input) === at);
}

/**
 * Whether a text is what a glob says, as shells have it: `*` any text, `?` one character, everything else itself.
 * Where a try fails, only the last star takes one more character: no pattern takes longer than text times pattern.
 */
function matchesGlob(glob: string, text: string): boolean {
  let [at, place, star, resume] = [0, 0, -1, 0];
  while (place < text.length) {
    if (glob[at] === "*") [star, resume] = [at++, place];
    else if (glob[at] === "?") [at, place] = [at + 1, place + (text.codePointAt(place)! > 0xffff ? 2 : 1)];
    else if (at < glob.length && glob[at] === text[place]) [at, place] = [at + 1, place + 1];
    else if (star >= 0) [at, place] = [star + 1, ++resume];
    else return false;
  }
  return /^\**$/.test(glob.slice(at));
}
