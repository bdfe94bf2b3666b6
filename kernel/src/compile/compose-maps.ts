import { encodedMap, TraceMap, traceSegment } from "@jridgewell/trace-mapping";
import type MagicString from "magic-string";
import type { RawSourceMap, Stripped } from "./types.js";

/** `[generated column, source, line, column]`, or a bare generated column for text that stands for nothing. */
type Segment = [number] | [number, number, number, number];

/**
 * The map from rewritten code straight to the cell as typed.
 * Where the text between two marks of the stripper's map is the same on both sides, columns in between are exact.
 * @param input what the stripper was given: the cell, or the cell in brackets
 */
export function composeMaps(
  rewritten: MagicString,
  stripped: Stripped,
  source: string,
  url: string,
  input: string,
): RawSourceMap {
  const { mappings } = rewritten.generateDecodedMap({ hires: "boundary" });
  const through = tracer(stripped, input);
  const wrapped = input === source ? 0 : 1;
  const lines = source.split(lineBreak).length;
  const composed = mappings.map((line) =>
    line.map((segment): Segment => {
      const origin = segment.length === 1 ? undefined : through(segment[2], segment[3]);
      if (origin === undefined || origin[0] >= lines) return [segment[0]];
      const [row, column] = origin;
      return [segment[0], 0, row, row === 0 ? Math.max(0, column - wrapped) : column];
    }),
  );
  const map = encodedMap(
    new TraceMap({
      version: 3,
      file: url,
      names: [],
      sources: [url],
      sourcesContent: [source],
      mappings: composed,
    }),
  );
  return {
    version: 3,
    file: url,
    sources: [url],
    sourcesContent: [source],
    names: [],
    mappings: map.mappings,
  };
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** Looks up where a place in the stripped code comes from. */
function tracer(
  { code, map }: Stripped,
  source: string,
): (line: number, column: number) => [number, number] | undefined {
  const marks = new TraceMap({ ...map });
  const generated = code.split("\n");
  const original = source.split(lineBreak);
  return (line, column) => {
    const mark = traceSegment(marks, line, column);
    if (mark === null || mark.length === 1) return undefined;
    const [from, , row, at] = mark;
    const past = generated[line]!.slice(from, column + 1);
    const same = original[row]!.startsWith(past, at);
    return [row, same ? at + column - from : at];
  };
}

/** Where an offset of the stripped code comes from, as an offset of the cell. */
export function originalOffset(stripped: Stripped, source: string, offset: number): number {
  const before = stripped.code.slice(0, offset).split("\n");
  const origin = tracer(stripped, source)(before.length - 1, before.at(-1)!.length);
  if (origin === undefined) return source.length;
  return lineStart(source, origin[0]) + origin[1];
}

function lineStart(source: string, line: number): number {
  const breaks = [...source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)];
  const before = breaks[line - 1];
  return before === undefined ? 0 : before.index + before[0].length;
}
