import type { HistoryEntry, HistoryRequest } from "../messages/index.js";

/** Sessions are counted, and only this one is kept. */
const session = 1;

interface Line {
  readonly line: number;
  readonly input: string;
  output: string | null;
}

/** What was typed in this session, and what it gave. */
export class History {
  private readonly lines: Line[] = [];

  add(line: number, input: string): void {
    this.lines.push({ line, input, output: null });
  }

  /** Notes the text of a line's value. */
  setOutput(line: number, output: string): void {
    const entry = this.lines.findLast((one) => one.line === line);
    if (entry !== undefined) entry.output = output;
  }

  /** Answers a request; a session below 0 counts back from this one, whose number is 0 as well. */
  find(request: HistoryRequest): HistoryEntry[] {
    return this.chosen(request).map(({ line, input, output }) => [
      session,
      line,
      request.output === true ? [input, output] : input,
    ]);
  }

  private chosen({ hist_access_type: how, ...request }: HistoryRequest): Line[] {
    switch (how) {
      case "tail":
        return last(this.lines, request.n);
      case "range": {
        if (request.session !== undefined && request.session !== 0 && request.session !== session) return [];
        const { start = 1, stop } = request;
        return this.lines.filter(({ line }) => line >= start && line < (stop ?? Infinity));
      }
      case "search": {
        const matches = globPattern(request.pattern ?? "*");
        const found = this.lines.filter(({ input }) => matches.test(input));
        return last(request.unique === true ? latestOfEach(found) : found, request.n);
      }
    }
  }
}

function last(lines: readonly Line[], n: number | null | undefined): Line[] {
  return n === undefined || n === null ? [...lines] : lines.slice(Math.max(0, lines.length - n));
}

function latestOfEach(lines: readonly Line[]): Line[] {
  return lines.filter(({ input }, at) => lines.findLastIndex((other) => other.input === input) === at);
}

/** A glob as shells have it: `*` any text, `?` one character, everything else itself. */
function globPattern(glob: string): RegExp {
  const parts = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${parts}$`);
}
