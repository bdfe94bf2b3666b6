/** The shapes of what tslab 1.0.22 exports, as far as the engine uses it. */

/** Where a compiled cell reports: its value through `log`, its errors and findings through `error`. */
export interface Sink {
  log(value: unknown): void;
  error(...what: unknown[]): void;
}

export interface Executor {
  /** Compiles and runs a cell; false where that failed. What is synchronous has happened before it returns. */
  execute(code: string): Promise<boolean>;
  complete(code: string, position: number): { start: number; end: number; candidates: string[] };
  inspect(code: string, position: number): QuickInfo | undefined;
  /** Lets the cell that awaits fail. */
  interrupt(): void;
}

/** What tslab's compiler knows of a name; opaque here. */
export type QuickInfo = object;

/** What the comments at the head of a cell ask for. */
export interface Metadata {
  readonly mode?: "node" | "browser";
  readonly module?: string;
  readonly jsx?: true;
}

export interface Completeness {
  readonly completed: boolean;
  readonly indent?: string;
}

/** Turns cells into JavaScript, with a record of the types of all that earlier cells declared. */
export interface Converter {
  convert(declared: string, code: string): unknown;
  complete(declared: string, code: string, position: number): unknown;
  inspect(declared: string, code: string, position: number): unknown;
  addModule(name: string, code: string, metadata?: Metadata): unknown;
  close(): void;
}

/** The file system as the compiler sees it. */
export interface System {
  directoryExists(path: string): boolean;
  fileExists(path: string): boolean;
  getDirectories(path: string): string[];
  readDirectory(path: string, ...rest: unknown[]): string[];
  readFile(path: string, encoding?: string): string | undefined;
  realpath(path: string): string;
}
