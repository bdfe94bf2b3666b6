/**
 * Benchmark rows as lines of text. A ratio below 1 means that ours is faster, or smaller where only memory was measured; a peer
 * with neither time nor memory is not installed here.
 * @param {readonly BenchRow[]} rows
 *
 * @typedef {{
 *   name: string, size: string, threads: number, oursMs?: number | null, oursMb?: number | null,
 *   peer: string, peerMs?: number | null, peerMb?: number | null, ratio?: number | null,
 * }} BenchRow
 */
export function benchTable(rows) {
  const heads = ["name", "size", "threads", "ours ms", "ours MB", "peer", "peer ms", "peer MB", "ratio"];
  const cells = rows.map(({ name, size, threads, oursMs, oursMb, peer, peerMs, peerMb, ratio }) => [
    name,
    String(size),
    String(threads),
    milliseconds(oursMs),
    megabytes(oursMb),
    peer,
    (peerMs ?? peerMb ?? null) === null ? "not installed" : milliseconds(peerMs),
    megabytes(peerMb),
    ratio === null || ratio === undefined ? "" : ratio.toFixed(2),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column].length)),
  );
  const left = [0, 1, 5];
  const line = (row) =>
    row
      .map((cell, k) => (left.includes(k) ? cell.padEnd(widths[k]) : cell.padStart(widths[k])))
      .join("  ")
      .trimEnd();
  return [heads, ...cells].map(line).join("\n");
}

function milliseconds(value) {
  if (value === null || value === undefined) return "";
  return value.toFixed(value < 10 ? 3 : value < 1000 ? 1 : 0);
}

function megabytes(value) {
  return value === null || value === undefined ? "" : value.toFixed(0);
}
