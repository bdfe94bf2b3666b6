/**
 * Benchmark rows as lines of text. A ratio below 1 means that ours is faster; a peer without a time is not installed here.
 * @param {readonly { name: string, size: string, oursMs: number, peer: string, peerMs?: number | null, ratio?: number | null }[]} rows
 */
export function benchTable(rows) {
  const heads = ["name", "size", "ours ms", "peer", "peer ms", "ratio"];
  const cells = rows.map(({ name, size, oursMs, peer, peerMs, ratio }) => [
    name,
    String(size),
    milliseconds(oursMs),
    peer,
    peerMs === null || peerMs === undefined ? "not installed" : milliseconds(peerMs),
    ratio === null || ratio === undefined ? "" : ratio.toFixed(2),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column].length)),
  );
  const right = [2, 4, 5];
  const line = (row) =>
    row
      .map((cell, k) => (right.includes(k) ? cell.padStart(widths[k]) : cell.padEnd(widths[k])))
      .join("  ")
      .trimEnd();
  return [heads, ...cells].map(line).join("\n");
}

function milliseconds(value) {
  return value.toFixed(value < 10 ? 3 : value < 1000 ? 1 : 0);
}
