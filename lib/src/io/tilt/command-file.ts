import type { TaskOptions } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import type { SourceInput } from "../source.js";
import { linesOf, readText } from "../text/index.js";

/** A program that an IMOD command file runs, with what it is given. */
export interface ImodCommand {
  readonly program: string;
  /** Values as they are spelled, by the name of the parameter in small letters; `""` where it stands alone. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Reads a command file of IMOD, `tilt.com` and its like: the programs it runs, and their parameters. Nothing is run.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it runs no program
 * @example
 * ```ts
 * import { readImodCommands } from "vitrine";
 * const text = "$tilt -StandardInput\nTILTFILE a.tlt\nTHICKNESS 1500\n";
 * const [tilt] = await readImodCommands(new TextEncoder().encode(text));
 * [tilt?.program, tilt?.parameters["thickness"]];   // ["tilt", "1500"]
 * ```
 */
export async function readImodCommands(
  input: SourceInput,
  options: TaskOptions = {},
): Promise<readonly ImodCommand[]> {
  const text = await readText(input, options);
  const commands: { program: string; parameters: Record<string, string> }[] = [];
  for (const { line, offset } of linesOf(text)) {
    const words = line.trim();
    if (words === "" || words.startsWith("#")) continue;
    const program = /^\$\s*([\w.-]+)/.exec(words)?.[1];
    const parameter = /^([A-Za-z]\w*)(?:[\s=]+(.*))?$/.exec(words);
    if (words.startsWith("$")) {
      // shell conditions begin with $ too, and take no parameters
      if (program !== undefined && /-StandardInput\b/i.test(words))
        commands.push({ program, parameters: Object.create(null) as Record<string, string> });
    } else if (parameter !== null && commands.length > 0)
      commands.at(-1)!.parameters[parameter[1]!.toLowerCase()] = parameter[2] ?? "";
    else {
      throw new FormatError({
        file: text.name,
        field: "line",
        offset,
        got: line,
        wanted: "a command that begins with $, and below it a parameter a line",
      });
    }
  }
  if (commands.length > 0) return commands;
  throw new FormatError({
    file: text.name,
    field: "$",
    got: "no command",
    wanted: "a command file of IMOD, with a line such as $tilt -StandardInput",
  });
}
