import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type {
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FullDocumentDiagnosticReport,
  Position,
} from "vscode-languageserver-protocol";
import type { Match, TypedLanguage } from "../types.js";
import { CellScope, cellModule } from "./cell-scope.js";
import { detailed, isOpen, offered } from "./completion.js";
import { findings, type Finding } from "./findings.js";
import { isThere } from "./is-there.js";
import { knownFrom, type Known } from "./known.js";
import { ServerTimeout, type ServerLink } from "./link.js";
import { sessionNames, type CellText } from "./names.js";
import { OpenFiles } from "./open-files.js";
import { Supervisor } from "./supervisor.js";
import { fileAddress, makeWorkplace, type Workplace } from "./workplace.js";

export interface TypeServiceOptions {
  /** Folder of the notebook. Default: the process's working folder. */
  readonly folder?: string;
  /** The server's program. Default: TypeScript's own for this platform. */
  readonly executable?: string;
}

/** Entries whose type and documentation are asked for: more than a list shows at once. */
const mostDetailed = 24;
/** Variables of one cell that the server is asked about: the others are looked up where they are used. */
const mostAsked = 16;
/** The protocol's word for a file that has been made. */
const created = 1;

/** Where the server works, made when it is first needed. */
interface Desk {
  readonly place: Workplace;
  readonly files: OpenFiles;
}

/**
 * What TypeScript's language server knows of the cells of one session. Cells that ran are noted at once and told to
 * the server when something is next asked. Where the server is missing or dies, every answer is `undefined`.
 */
export class TypeService implements TypedLanguage {
  private readonly folder: string;
  private readonly supervisor: Supervisor;
  private readonly scope = new CellScope();
  /** Cells that ran since something was last asked. */
  private readonly ran: CellText[] = [];
  /** Of those before, the ones that the server has still to be told of. */
  private readonly untold: CellText[] = [];
  /** The cell that the server was last told of. */
  private tried: CellText | undefined;
  /** Modules for which a new server was started. */
  private readonly sought = new Set<string>();
  private made: Desk | undefined;
  private cells = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor({ folder = process.cwd(), executable }: TypeServiceOptions = {}) {
    this.folder = folder;
    this.supervisor = new Supervisor({
      folder: () => this.desk.place.cells,
      opened: (link) => this.desk.files.open(link),
      ...(executable !== undefined && { executable: () => executable }),
    });
  }

  /** Id of the server's process, while one runs. */
  get pid(): number | undefined {
    return this.supervisor.pid;
  }

  /** Notes a cell that ran: its names are there for the next ones. */
  commit(cell: CellText): void {
    this.ran.push(cell);
  }

  /** Starts the server ahead of the first question. */
  async warm(): Promise<void> {
    await this.check({ source: "", declares: [] });
  }

  /** What is wrong with a cell. */
  check(cell: CellText): Promise<readonly Finding[] | undefined> {
    return this.inTurn(async (link) => {
      const found = await this.diagnosed(link, cell);
      const late = found.flatMap(({ module = "" }) => (this.isLate(module) ? [module] : []));
      if (late.length === 0) return found;
      for (const module of late) this.sought.add(module);
      this.desk.place.relink();
      this.supervisor.restart();
      return this.diagnosed(await this.supervisor.server(), cell);
    });
  }

  /**
   * Entries that may stand at the cursor.
   * @param cursor in UTF-16 units
   * @param word the part of the entry that is there already
   */
  complete(code: string, cursor: number, word: string): Promise<readonly Match[] | undefined> {
    return this.inTurn(async (link) => {
      await this.type(link, code, word);
      const answer = await link.request<CompletionList | null>("textDocument/completion", {
        textDocument: this.desk.files.cell,
        position: positionOf(code, cursor),
      });
      const items = answer?.items ?? [];
      const found = offered(items, word);
      const near = found.slice(0, mostDetailed);
      const more = near.map(({ item }) => link.request<CompletionItem>("completionItem/resolve", item));
      const details = await Promise.all(more);
      const typed = near.map((entry, at) => detailed(entry, details[at]!));
      const far = found.slice(mostDetailed).map(({ match }) => match);
      const listed = new Set(found.map(({ match }) => match.text));
      const names = isOpen(items) ? this.scope.beginning(word).filter((name) => !listed.has(name)) : [];
      return [...typed, ...names.map((text): Match => ({ text, type: "variable" })), ...far];
    });
  }

  /**
   * Type and documentation of the name at a place, as Markdown; an empty text where there is nothing to say.
   * @param offset in UTF-16 units
   */
  hover(code: string, offset: number): Promise<string | undefined> {
    return this.inTurn(async (link) => {
      await this.type(link, code);
      return this.desk.files.hover(link, positionOf(code, offset));
    });
  }

  /** Ends the server and removes its files. */
  stop(): void {
    this.supervisor.stop();
    this.made?.place.remove();
    this.made = undefined;
  }

  /** One question after the other, as all use the same files; each knows the cells that ran before it was asked. */
  private inTurn<T>(work: (link: ServerLink) => Promise<T>): Promise<T | undefined> {
    const ran = this.ran.splice(0);
    const turn = this.last.then(async () => {
      this.untold.push(...ran);
      try {
        const link = await this.supervisor.server();
        await this.tell(link);
        return await work(link);
      } catch (error) {
        if (error instanceof ServerTimeout) this.supervisor.restart();
        return undefined;
      }
    });
    this.last = turn;
    return turn;
  }

  /** Tells the server of the cells that ran. One that it can't take is tried once more, by the next server. */
  private async tell(link: ServerLink): Promise<void> {
    for (let cell = this.untold[0]; cell !== undefined; cell = this.untold[0]) {
      if (this.tried === cell) this.untold.shift();
      this.tried = cell;
      await this.add(link, cell);
      if (this.untold[0] === cell) this.untold.shift();
    }
  }

  private async diagnosed(link: ServerLink, cell: CellText): Promise<readonly Finding[]> {
    const { files } = this.desk;
    const own = sessionNames(await files.symbols(link, cell.source), cell);
    files.show(link, cell.source, this.scope.header(cell.source, new Set(own.keys())));
    const report = await link.request<FullDocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: files.cell,
    });
    return findings(report.items);
  }

  /** Whether a module that the server did not find is there all the same: it remembers where there was nothing. */
  private isLate(module: string): boolean {
    return module !== "" && !this.sought.has(module) && isThere(module, this.folder);
  }

  /** Shows the server a cell that is being typed. */
  private async type(link: ServerLink, code: string, word: string = ""): Promise<void> {
    const { files } = this.desk;
    const own = (await files.symbols(link, code)).map(({ name }) => name);
    files.show(link, code, this.scope.header(code, new Set(own), word));
  }

  /** Gives the names of a cell that ran to those that follow. */
  private async add(link: ServerLink, cell: CellText): Promise<void> {
    const { files, place } = this.desk;
    const symbols = await files.symbols(link, cell.source);
    const names = sessionNames(symbols, cell);
    if (names.size === 0) return;
    const name = `vitrine-cell-${++this.cells}`;
    const header = this.scope.header(cell.source, new Set(names.keys()));
    const variables = symbols.filter((symbol) => names.get(symbol.name) === "variable");
    const known = await this.knownOf(link, cell.source, header, variables.slice(0, mostAsked));
    if ([...names.keys()].some((one) => known.get(one)?.type === undefined)) {
      writeFileSync(join(place.cells, `${name}.ts`), cellModule(header, cell.source, names.keys()));
      const changes = [{ uri: fileAddress(place.cells, `${name}.ts`), type: created }];
      link.notify("workspace/didChangeWatchedFiles", { changes });
    }
    this.scope.add(`./${name}.js`, names, known);
  }

  /** What the server says of a cell's variables. */
  private async knownOf(
    link: ServerLink,
    source: string,
    header: string,
    variables: readonly DocumentSymbol[],
  ): Promise<ReadonlyMap<string, Known>> {
    const known = new Map<string, Known>();
    const { files } = this.desk;
    if (variables.length > 0) files.show(link, source, header);
    for (const { name, selectionRange } of variables) {
      const { line, character } = selectionRange.start;
      const said = await files.hover(link, { line: line + 1, character });
      known.set(
        name,
        knownFrom(said, name, (word) => this.scope.has(word)),
      );
    }
    return known;
  }

  private get desk(): Desk {
    if (this.made === undefined) {
      const place = makeWorkplace(this.folder);
      this.made = { place, files: new OpenFiles(place) };
    }
    return this.made;
  }
}

/** Place of an offset behind the header's line. */
function positionOf(code: string, offset: number): Position {
  const lines = code.slice(0, offset).split(/\r\n|[\n\r]/);
  return { line: lines.length, character: lines.at(-1)!.length };
}
