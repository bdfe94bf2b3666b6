import { readFile } from "node:fs/promises";
import { extname } from "node:path";

/** What a picture, a sound or a film needs of its source. */
export interface Source {
  readonly value: Uint8Array;
  readonly format: string;
}

/** Endings of files that are not their format's name. */
const formats: Readonly<Record<string, string>> = {
  jpg: "jpeg",
  svg: "svg+xml",
  tif: "tiff",
  mov: "quicktime",
  oga: "ogg",
  ogv: "ogg",
};

/** The bytes of a file, and the format that its ending tells. */
export async function sourceFromFile(path: string | URL): Promise<Source> {
  const ending = extname(path instanceof URL ? path.pathname : path)
    .slice(1)
    .toLowerCase();
  return { value: await readFile(path), format: formats[ending] ?? ending };
}

/** An address from which the browser itself loads. */
export function sourceFromUrl(url: string | URL): Source {
  return { value: new TextEncoder().encode(String(url)), format: "url" };
}
