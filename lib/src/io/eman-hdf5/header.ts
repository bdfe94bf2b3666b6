import type { Dataset, Group } from "h5wasm";
import { FormatError } from "../../core/index.js";
import type { Ctf } from "../../model/index.js";
import { ctfOfEman } from "./ctf.js";

/** What stands beside one image in the file. */
export interface EmanImageHeader {
  /** `[ny, nx]` or `[nz, ny, nx]`. */
  readonly shape: readonly number[];
  /** Å per pixel along x. */
  readonly pixelSizeA?: number;
  readonly ctf?: Ctf;
  /** Values that were stored as whole numbers: from `low` for 0 to `high` for all bits set. */
  readonly stored?: { readonly bits: number; readonly low: number; readonly high: number };
  /** All of EMAN's words for the image, without `EMAN.` before them. */
  readonly attributes: Readonly<Record<string, number | string>>;
}

/** The header of an image. @throws FormatError if its values are not those of an image */
export function emanHeader(file: string, group: Group, dataset: Dataset): EmanImageHeader {
  const shape = dataset.shape ?? [];
  if (shape.length !== 2 && shape.length !== 3) {
    throw new FormatError({
      file,
      field: group.path,
      got: `[${shape.join(", ")}]`,
      wanted: "two or three axes",
    });
  }
  const attributes = attributesOf(group);
  const number = (name: string): number | undefined => {
    const value = attributes[name];
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  };
  const pixelSizeA = number("apix_x");
  const found = typeof attributes["ctf"] === "string" ? ctfOfEman(attributes["ctf"]) : undefined;
  const bits = number("stored_renderbits") ?? 0;
  const [low, high] = [number("stored_rendermin") ?? 0, number("stored_rendermax") ?? 0];
  return {
    shape,
    ...(pixelSizeA !== undefined && pixelSizeA > 0 && { pixelSizeA }),
    ...(found && { ctf: found }),
    ...(bits > 0 && high !== low && { stored: { bits, low, high } }),
    attributes,
  };
}

function attributesOf(group: Group): Readonly<Record<string, number | string>> {
  const found = Object.create(null) as Record<string, number | string>;
  for (const [name, attribute] of Object.entries(group.attrs)) {
    const { value } = attribute;
    if (!name.startsWith("EMAN.")) continue;
    if (typeof value === "number" || typeof value === "string") found[name.slice(5)] = value;
  }
  return found;
}
