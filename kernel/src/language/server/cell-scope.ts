import type { Known } from "./known.js";
import type { NameForm } from "./names.js";

/** Where a name comes from. */
interface Origin extends Known {
  /** The file of the cell that declared the name last, as an import names it. */
  readonly file: string;
  readonly form: NameForm;
}

const identifier = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;
/** Names that are given to a cell because they begin as the word that is being typed does: the newest of them. */
const mostBegun = 20;

/** What the cells so far have declared, and the text by which another cell sees it. */
export class CellScope {
  private readonly origins = new Map<string, Origin>();

  /**
   * Notes that the cell in `file` declares `names`; what they were before is out of reach for later cells.
   * @param known of its variables
   */
  add(file: string, names: ReadonlyMap<string, NameForm>, known: ReadonlyMap<string, Known>): void {
    for (const [name, form] of names) {
      this.origins.delete(name);
      this.origins.set(name, { file, form, ...known.get(name) });
    }
  }

  /** Whether a cell has declared a name. */
  has(name: string): boolean {
    return this.origins.has(name);
  }

  /** Names that begin with `word`, the newest first. */
  beginning(word: string): string[] {
    return [...this.origins.keys()].filter((name) => name.startsWith(word)).reverse();
  }

  /**
   * One line that stands before a cell and gives it the names that it uses. They come from the very cell that declared
   * them last: what a cell does not use costs it nothing, however many there are.
   * @param own names that the cell declares for itself
   * @param word what is being typed: names that begin like it are given too
   */
  header(code: string, own: ReadonlySet<string>, word: string = ""): string {
    const begun = word === "" ? [] : this.beginning(word).slice(0, mostBegun);
    const used = new Set([...(code.match(identifier) ?? []), ...begun]);
    const imports = new Map<string, string[]>();
    const variables: string[] = [];
    for (const name of used) {
      const origin = this.origins.get(name);
      if (origin === undefined || own.has(name)) continue;
      const { file, form, documentation, type = `typeof import("${file}").${name}` } = origin;
      const comment = documentation === undefined ? "" : `/** ${documentation} */ `;
      if (form === "variable") variables.push(`declare let ${comment}${name}: ${type};`);
      else imports.set(file, [...(imports.get(file) ?? []), name]);
    }
    const lines = [...imports].map(([file, names]) => `import { ${names.join(", ")} } from "${file}";`);
    return ["export {};", ...lines, ...variables].join(" ");
  }
}

/** Words behind `export` that begin a declaration. */
const exported =
  /^([ \t]*)export(?=\s+(?:declare|abstract|async|const|let|var|function|class|interface|enum|namespace|type\s+\w)\b)/gm;

/** A cell as a module that gives all its names away. */
export function cellModule(header: string, source: string, names: Iterable<string>): string {
  const body = source.replace(exported, "$1      ");
  return `${header}\n${body}\nexport { ${[...names].join(", ")} };\n`;
}
