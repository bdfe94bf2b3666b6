import type { DocumentSymbol, Hover, MarkupContent, Position } from "vscode-languageserver-protocol";
import { isObjectLiteral } from "../object-literal.js";
import type { ServerLink } from "./link.js";
import { cellFile, fileAddress, namesFile, type Workplace } from "./workplace.js";

/** How the protocol names a document. */
export interface DocumentId {
  readonly uri: string;
}

/** The two files that the server has open: the cell that is looked at, and the one whose names are asked for. */
export class OpenFiles {
  /** The cell that is looked at. */
  readonly cell: DocumentId;
  private readonly names: DocumentId;
  private readonly contents = new Map<string, { readonly version: number; readonly text: string }>();

  constructor({ cells, names }: Workplace) {
    this.cell = { uri: fileAddress(cells, cellFile) };
    this.names = { uri: fileAddress(names, namesFile) };
  }

  /** Opens them in a new server. */
  open(link: ServerLink): void {
    for (const { uri } of [this.cell, this.names]) {
      this.contents.set(uri, { version: 1, text: "" });
      const textDocument = { uri, languageId: "typescript", version: 1, text: "" };
      link.notify("textDocument/didOpen", { textDocument });
    }
  }

  /** Puts a cell behind its header. The header is line 0, so that the cell's lines count from 1. */
  show(link: ServerLink, source: string, header: string): void {
    const [before, after] = isObjectLiteral(source) ? ["(", "\n)"] : ["", ""];
    this.write(link, this.cell, `${header}${before}\n${source}${after}`);
  }

  /** What the server finds declared in a piece of code. Nothing is resolved for it. */
  async symbols(link: ServerLink, source: string): Promise<readonly DocumentSymbol[]> {
    this.write(link, this.names, source);
    const found = await link.request<DocumentSymbol[] | null>("textDocument/documentSymbol", {
      textDocument: this.names,
    });
    return found ?? [];
  }

  /** What the server says of a place in the cell, as Markdown; an empty text where it says nothing. */
  async hover(link: ServerLink, position: Position): Promise<string> {
    const said = await link.request<Hover | null>("textDocument/hover", {
      textDocument: this.cell,
      position,
    });
    return (said?.contents as MarkupContent | undefined)?.value ?? "";
  }

  private write(link: ServerLink, { uri }: DocumentId, text: string): void {
    const before = this.contents.get(uri)!;
    if (before.text === text) return;
    const version = before.version + 1;
    this.contents.set(uri, { version, text });
    link.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  }
}
