import type { CellText, Finding, RuntimeScope, TypeService } from "../language/index.js";
import { failure, type CheckMode, type Header } from "../messages/index.js";
import type { Publisher } from "./publisher.js";
import { typeReport } from "./type-report.js";
import { withinTime } from "./within-time.js";

/** What the desk works with. */
export interface TypeDeskParts {
  /** Folder of the notebook. */
  readonly folder: string;
  readonly mode: CheckMode;
  readonly publisher: Publisher;
  readonly scope: RuntimeScope;
}

/** So long after the start the service loads: the first cell goes before it, in milliseconds. */
const warmAfterMs = 500;
/** How long a cell waits for its check in strict mode, in milliseconds; then it runs unchecked, and says so. */
const strictMs = 5000;

/** Has cells checked by the language server, which is started when the kernel is at rest or when it is first needed. */
export class TypeDesk {
  private readonly parts: TypeDeskParts;
  private readonly loading: Promise<TypeService>;
  private loaded: TypeService | undefined;
  private mode: CheckMode;
  /** Lets the service load. What is asked of it before waits, in its order. */
  private open!: () => void;

  constructor(parts: TypeDeskParts) {
    this.parts = parts;
    this.mode = parts.mode;
    const opened = new Promise<void>((resolve) => (this.open = resolve));
    this.loading = opened
      .then(() => import("../language/index.js"))
      .then(({ TypeService }) => (this.loaded = new TypeService({ folder: parts.folder })));
    if (this.mode !== "off") setTimeout(() => void this.warm(), warmAfterMs).unref();
  }

  /** The types of this session, loaded now if they were not. */
  service(): Promise<TypeService> {
    this.open();
    return this.loading;
  }

  /** Id of the server's process, while one runs. */
  get serverPid(): number | undefined {
    return this.loaded?.pid;
  }

  /** Says how the cells that follow are checked. */
  use(mode: CheckMode): void {
    this.mode = mode;
    if (mode !== "off") this.open();
  }

  /** Notes a cell that ran. */
  commit(cell: CellText): void {
    void this.loading.then((service) => service.commit(cell));
  }

  /**
   * Looks at a cell that is about to run. Findings are printed under it as they come; in strict mode the cell waits,
   * and the answer says why it must not run.
   */
  async before(
    cell: CellText,
    number: number,
    header: Header,
  ): Promise<ReturnType<typeof failure> | undefined> {
    if (this.mode === "off") return undefined;
    if (this.mode === "strict") this.open();
    const found = this.findings(cell).catch(() => undefined);
    const name = `cell ${number}`;
    if (this.mode === "warn") {
      void found.then((list = []) => this.print(typeReport(list, cell.source, name), header));
      return undefined;
    }
    const list = (await withinTime(found, strictMs)) ? await found : undefined;
    if (list === undefined)
      this.print([`${name} was not checked: the language server does not answer`], header);
    const [first] = list ?? [];
    if (first === undefined) return undefined;
    const last = `TypeCheckError: ${name} did not run; cell.check("warn") lets cells run all the same`;
    return failure("TypeCheckError", first.message, [...typeReport(list!, cell.source, name), last]);
  }

  /** Ends the server. */
  stop(): void {
    this.loaded?.stop();
  }

  private async warm(): Promise<void> {
    await (await this.service()).warm();
  }

  /** A name that only the running session has is no finding: it was put there without a declaration. */
  private async findings(cell: CellText): Promise<readonly Finding[] | undefined> {
    const found = await (await this.loading).check(cell);
    if (found === undefined || !found.some(({ missing }) => missing !== undefined)) return found;
    const names = new Set(await this.parts.scope.names());
    return found.filter(({ missing }) => missing === undefined || !names.has(missing));
  }

  private print(lines: readonly string[], header: Header): void {
    if (lines.length > 0) this.parts.publisher.print("stderr", `${lines.join("\n")}\n`, header);
  }
}
