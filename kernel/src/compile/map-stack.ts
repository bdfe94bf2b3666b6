import { fileURLToPath } from "node:url";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { codeFrame } from "./syntax-error.js";
import type { CompiledCell } from "./types.js";

/** Where the kernel's own code lies; its frames say nothing to the user. */
const kernelFolder = new URL("../../", import.meta.url);
const ours = [kernelFolder.href, fileURLToPath(kernelFolder)];
/** The engine tslab runs cells from its own files. */
const tslabsOwn = /[\\/]tslab[\\/]dist[\\/]/;

/**
 * An error's stack, a frame at a time, as the user should read them: places in cells are those of the cell as typed
 * and stand before others, the first of them with the line itself below it; frames inside Node and inside the kernel
 * are left out.
 * @param cells the session's cells by their `url`
 */
export function mapStack(stack: string, cells: ReadonlyMap<string, CompiledCell>): string[] {
  const maps = new Map<string, TraceMap>();
  let typed: string[] | undefined;
  const place = (match: string, url: string, line: string, column: string): string => {
    const cell = cells.get(url);
    if (cell === undefined) return match;
    let map = maps.get(url);
    if (map === undefined) maps.set(url, (map = new TraceMap({ ...cell.map })));
    const at = originalPositionFor(map, { line: Number(line), column: Number(column) - 1 });
    if (at.line === null) return url;
    typed ??= codeFrame(cell.map.sourcesContent[0]!, url, at.line, at.column + 1)
      .split("\n")
      .slice(1);
    return `${url}:${at.line}:${at.column + 1}`;
  };
  const out: string[] = [];
  let others: string[] = [];
  for (const line of stack.split("\n")) {
    if (!/^\s+at /.test(line)) {
      out.push(...others, line);
      others = [];
    } else if (inCell(line)) {
      const first = typed === undefined;
      const frame = line.replace(cellPlace, place);
      const shown = first ? (typed ?? []).map((text) => `      ${text}`) : [];
      out.push([frame, ...shown].join("\n"));
    } else if (!isHidden(line)) others.push(line);
  }
  return [...out, ...others];
}

const cellPlace = /(?<![\w./\\-])(cell-\d+\.ts):(\d+):(\d+)/g;

function inCell(line: string): boolean {
  return line.search(cellPlace) >= 0;
}

function isHidden(line: string): boolean {
  if (/\(?node:|^\s+at (?:async )?<anonymous>$|^\s+at new Promise \(<anonymous>\)$/.test(line)) return true;
  return ours.some((prefix) => line.includes(prefix)) || tslabsOwn.test(line);
}
