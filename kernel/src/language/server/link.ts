import { spawn, type ChildProcess } from "node:child_process";
import { pathToFileURL } from "node:url";
import type { MessageConnection } from "vscode-jsonrpc";
import type { InitializeParams } from "vscode-languageserver-protocol";

/** A question to the server that was not answered in time. The server is taken for hung. */
export class ServerTimeout extends Error {
  override readonly name = "ServerTimeout";
}

/** What the server is asked to leave alone: cells import what they name, nothing is installed by itself. */
const settings = {
  suggest: { autoImports: false },
  preferences: { includeCompletionsForModuleExports: false },
  disableAutomaticTypeAcquisition: true,
};

/** A server answers within milliseconds; one that takes longer than this does not answer at all, in milliseconds. */
const answerMs = 10_000;

/** One running server and the line to it. */
export class ServerLink {
  /** Resolves when the server has ended, whatever the reason. */
  readonly ended: Promise<void>;
  private readonly child: ChildProcess;
  private readonly connection: MessageConnection;

  private constructor(child: ChildProcess, connection: MessageConnection) {
    this.child = child;
    this.connection = connection;
    this.ended = new Promise((resolve) => {
      const over = (): void => {
        connection.dispose();
        resolve();
      };
      child.once("exit", over);
      child.once("error", over);
    });
  }

  /** Starts a server for the project in `folder`. */
  static async start(executable: string, folder: string): Promise<ServerLink> {
    const { createMessageConnection, StreamMessageReader, StreamMessageWriter } =
      await import("vscode-jsonrpc/node");
    const child = spawn(executable, ["--lsp", "--stdio"], {
      cwd: folder,
      stdio: ["pipe", "pipe", "ignore"],
      // the collector runs a little more often: memory counts for more than the last millisecond
      env: { GOGC: "60", ...process.env },
    });
    const { stdin, stdout } = child;
    stdin.on("error", () => {}); // told by the end of the process
    const connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    connection.onError(() => {});
    connection.onRequest("workspace/configuration", ({ items }: { readonly items: readonly unknown[] }) =>
      items.map(() => settings),
    );
    connection.onRequest(() => null);
    connection.listen();
    const link = new ServerLink(child, connection);
    try {
      await link.request("initialize", greeting(folder));
    } catch (error) {
      link.stop();
      throw error;
    }
    link.notify("initialized", {});
    return link;
  }

  /** Id of the server's process. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /**
   * Asks the server.
   * @throws ServerTimeout if it is hung; an error of the connection if it has ended
   */
  async request<T>(method: string, params: object): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new ServerTimeout(`${method}: no answer within ${answerMs} ms`)),
        answerMs,
      );
    });
    try {
      return await Promise.race([this.connection.sendRequest<T>(method, params), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Tells the server. One that has ended does not mind. */
  notify(method: string, params: object): void {
    this.connection.sendNotification(method, params).catch(() => {});
  }

  /** Ends the server. */
  stop(): void {
    this.child.kill("SIGKILL");
  }
}

function greeting(folder: string): InitializeParams {
  return {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    initializationOptions: { disablePushDiagnostics: true },
    capabilities: {
      workspace: { configuration: true },
      general: { positionEncodings: ["utf-16"] },
      textDocument: {
        diagnostic: {},
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        hover: { contentFormat: ["markdown"] },
        completion: { completionItem: { documentationFormat: ["markdown"] } },
      },
    },
  };
}
