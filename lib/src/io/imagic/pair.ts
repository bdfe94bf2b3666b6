import { ValueError } from "../../core/index.js";
import type { OpenSourceOptions } from "../open-source.js";
import { openSource } from "../open-source.js";
import type { Source, SourceInput } from "../source.js";

/** The two files of an IMAGIC image: the path of either, or both. */
export type ImagicInput = string | { readonly header: SourceInput; readonly data: SourceInput };

/** The paths of both files from that of either. @throws ValueError if it ends in neither `.hed` nor `.img` */
export function imagicPaths(path: string): { readonly header: string; readonly data: string } {
  const [, stem, extension] = /^(.*)\.(hed|img)$/is.exec(path) ?? [];
  if (stem === undefined || extension === undefined) {
    throw new ValueError("path", { got: path, wanted: "a name that ends in .hed or .img" });
  }
  const [header, data] = extension === extension.toUpperCase() ? ["HED", "IMG"] : ["hed", "img"];
  return { header: `${stem}.${header}`, data: `${stem}.${data}` };
}

/** Opens both files, hands them to `work`, and closes them. */
export async function withImagic<T>(
  input: ImagicInput,
  options: OpenSourceOptions,
  work: (header: Source, data: Source) => Promise<T>,
): Promise<T> {
  const pair = typeof input === "string" ? imagicPaths(input) : input;
  const header = await openSource(pair.header, options);
  try {
    const data = await openSource(pair.data, options);
    try {
      return await work(header, data);
    } finally {
      await data.close();
    }
  } finally {
    await header.close();
  }
}
