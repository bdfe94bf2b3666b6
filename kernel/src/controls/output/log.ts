import { takeDisplay, type Captured, type CellMessage, type Displayed } from "../../cell/index.js";
import type { ErrorContent } from "../../messages/index.js";

/** One output in the form in which notebooks are saved. */
export type OutputRecord =
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | {
      readonly output_type: "display_data";
      readonly data: Readonly<Record<string, unknown>>;
      readonly metadata: Readonly<Record<string, unknown>>;
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/** Printed text kept at most, in characters: a log goes over the wire whole whenever it changes. */
export const mostText = 1_000_000;

/** What was printed and shown, in order; printed text runs together, and shown values can be replaced where they stand. */
export class OutputLog {
  /** Called after every change. */
  changed: () => void = () => {};
  private readonly entries: OutputRecord[] = [];
  /** Where displays of an id stand, and what lets go of that id. */
  private readonly displays = new Map<string, { readonly at: number[]; readonly release: () => void }>();
  private textLength = 0;
  private clearsNext = false;
  private ended = false;

  get records(): readonly OutputRecord[] {
    return [...this.entries];
  }

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  /** Characters of printed text. */
  get length(): number {
    return this.textLength;
  }

  /** Takes a message of the code whose output this is. */
  take(captured: Captured): void {
    if (captured.type === "stream") this.print(captured.name, captured.text);
    else if (captured.type === "clear_output") this.clear(captured.content["wait"] === true);
    else if (captured.type === "display_data") this.show(captured.content);
  }

  print(name: "stdout" | "stderr", text: string): void {
    if (this.ended) return;
    this.clearIfDue();
    const last = this.entries.at(-1);
    const goesOn = last?.output_type === "stream" && last.name === name;
    const whole = goesOn ? last.text + text : text;
    const kept = shortened(whole);
    this.entries.splice(goesOn ? -1 : this.entries.length, goesOn ? 1 : 0, {
      output_type: "stream",
      name,
      text: kept,
    });
    this.textLength += text.length - (whole.length - kept.length);
    this.changed();
  }

  /** Adds a value's forms, as `display_data` carries them. */
  show(content: CellMessage["content"]): void {
    const shown = content as unknown as Displayed;
    if (this.ended || Object.keys(shown.data).length === 0) return;
    this.clearIfDue();
    const { display_id: id } = (content["transient"] ?? {}) as { readonly display_id?: string };
    this.entries.push(display(shown));
    if (id !== undefined) this.note(id, this.entries.length - 1);
    this.changed();
  }

  fail({ ename, evalue, traceback }: ErrorContent): void {
    if (this.ended) return;
    this.clearIfDue();
    this.entries.push({ output_type: "error", ename, evalue, traceback });
    this.changed();
  }

  /** Empties the log, or with `wait` at the moment when the next output comes. */
  clear(wait: boolean = false): void {
    this.clearsNext = wait;
    if (wait || this.ended) return;
    this.entries.length = 0;
    this.textLength = 0;
    this.release();
    this.changed();
  }

  /** Takes nothing more; what is there stays, and is not replaced any more. */
  end(): void {
    this.ended = true;
    this.release();
  }

  private release(): void {
    for (const { release } of this.displays.values()) release();
    this.displays.clear();
  }

  private clearIfDue(): void {
    if (this.clearsNext) this.clear();
  }

  private note(id: string, at: number): void {
    const known = this.displays.get(id);
    if (known !== undefined) known.at.push(at);
    else this.displays.set(id, { at: [at], release: takeDisplay(id, (shown) => this.replace(id, shown)) });
  }

  private replace(id: string, shown: Displayed): void {
    for (const at of this.displays.get(id)?.at ?? []) this.entries[at] = display(shown);
    this.changed();
  }
}

/** What JSON makes of a value's forms. */
function display({ data, metadata = {} }: Displayed): OutputRecord {
  const plain = JSON.parse(JSON.stringify({ data, metadata })) as Required<Displayed>;
  return { output_type: "display_data", ...plain };
}

/** The end of a text that has grown too long, from the start of a line on. A quarter more is let pass, so that cutting is rare. */
function shortened(text: string): string {
  if (text.length <= mostText * 1.25) return text;
  const from = text.indexOf("\n", text.length - mostText) + 1 || text.length - mostText;
  return `[earlier lines are left out]\n${text.slice(from)}`;
}
