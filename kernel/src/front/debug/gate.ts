import type { CompiledCell } from "../../compile/index.js";
import type { DebugReply } from "../../messages/index.js";
import type { Request } from "../request.js";
import type { DebugAdapter, DebugParts } from "./adapter.js";

/** Where the debugger is reached from. It is loaded when a front end first asks for it, and costs nothing before. */
export class DebugGate {
  private readonly parts: DebugParts;
  private loading: Promise<DebugAdapter> | undefined;
  private adapter: DebugAdapter | undefined;

  constructor(parts: DebugParts) {
    this.parts = parts;
  }

  /** Carries out a request of a front end's debugger. */
  async answer({ content, header }: Request<"debug_request">): Promise<DebugReply> {
    this.loading ??= this.load();
    return (await this.loading).answer(content, header);
  }

  /** A cell is about to run: its breakpoints are set when this resolves. */
  async beforeCell(cell: CompiledCell): Promise<void> {
    await this.adapter?.beforeCell(cell);
  }

  /** Makes code that stands still at a breakpoint end there, as an interrupt does. Whether any did. */
  end(): boolean {
    return this.adapter?.end() ?? false;
  }

  private async load(): Promise<DebugAdapter> {
    const { DebugAdapter } = await import("./adapter.js");
    return (this.adapter = new DebugAdapter(this.parts));
  }
}
