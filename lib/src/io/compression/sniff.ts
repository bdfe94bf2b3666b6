import { FormatError } from "../../core/index.js";

/** Compressions that are expanded on the way in. */
export type Compression = "gzip" | "bzip2";

const magics: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b, 0x08]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
];

/**
 * The compression that the first bytes speak of, whatever the file's name; undefined if none.
 *
 * @throws FormatError for xz, zstd and zip, which have to be expanded by other means first
 */
export function compressionOf(file: string, head: Uint8Array): Compression | undefined {
  const name = magics.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))?.[0];
  if (name === undefined || name === "gzip" || name === "bzip2") return name;
  throw new FormatError({
    file,
    field: "compression",
    offset: 0,
    got: name,
    wanted: "none, gzip or bzip2",
    hint: `expand it first, e.g. with ${name === "zip" ? "unzip" : `${name} -d`}`,
  });
}
