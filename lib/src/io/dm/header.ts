import { FormatError } from "../../core/index.js";
import type { NumberType } from "../number-type.js";
import { bytesOf } from "../number-type.js";
import type { Source } from "../source.js";
import { pixelSizesOf } from "./pixel-size.js";
import { readDmTags } from "./read-tags.js";
import type { DmTags } from "./read-tags.js";
import { isArray, isGroup, tagAt } from "./tags.js";
import type { DmArray, DmGroup } from "./tags.js";

/** What a file of Digital Micrograph says of its image. */
export interface DmHeader {
  readonly version: 3 | 4;
  readonly littleEndian: boolean;
  readonly type: NumberType;
  /** The fastest axis last: `[ny, nx]`, `[frames, ny, nx]`. */
  readonly shape: readonly number[];
  readonly dataOffset: number;
  /** Å per pixel along y and x, where the file says it in a unit of length. */
  readonly pixelSizesA?: readonly [y: number, x: number];
  readonly voltageKV?: number;
  readonly csMm?: number;
  /** Magnification as the microscope shows it. */
  readonly magnification?: number;
  /** All tags; {@link tagAt} finds one by its path. */
  readonly tags: DmGroup;
}

/** Kinds of images by their number in the file; those that are missing are complex, colours, or of 64-bit whole numbers. */
const types: ReadonlyMap<unknown, NumberType> = new Map<unknown, NumberType>([
  [1, "int16"],
  [2, "float32"],
  [6, "uint8"],
  [7, "int32"],
  [9, "int8"],
  [10, "uint16"],
  [11, "uint32"],
  [12, "float64"],
  [14, "uint8"],
]);

/** Kinds that only small views for the screen have. */
const colours: readonly unknown[] = [8, 23];

/** Reads what a file says of its image: the first that is no small view. @throws FormatError if it is none, or damaged */
export async function readDmHeader(source: Source): Promise<DmHeader> {
  const { root, version, littleEndian } = await readDmTags(source);
  const image = imageOf(source.name, root);
  const stored = storedImage(source.name, image);
  const microscope = (name: string): number | undefined => {
    const value = tagAt(image, "ImageTags", "Microscope Info", name);
    return typeof value === "number" && value > 0 && Number.isFinite(value) ? value : undefined;
  };
  const [volts, csMm, magnification] = ["Voltage", "Cs(mm)", "Indicated Magnification"].map(microscope);
  const pixelSizesA = pixelSizesOf(image);
  return {
    version,
    littleEndian,
    ...stored,
    ...(pixelSizesA && { pixelSizesA }),
    ...(volts !== undefined && { voltageKV: volts / 1000 }),
    ...(csMm !== undefined && { csMm }),
    ...(magnification !== undefined && { magnification }),
    tags: root,
  };
}

function imageOf(file: string, root: DmTags["root"]): DmGroup {
  const list = tagAt(root, "ImageList");
  const thumbnails = tagAt(root, "Thumbnails");
  const small = isGroup(thumbnails)
    ? thumbnails.tags.map(({ value }) => isGroup(value) && tagAt(value, "ImageIndex"))
    : [];
  const images = isGroup(list) ? list.tags.map(({ value }) => value).filter(isGroup) : [];
  const image = images.find(
    (candidate, i) => !small.includes(i) && !colours.includes(tagAt(candidate, "ImageData", "DataType")),
  );
  if (image !== undefined) return image;
  throw new FormatError({
    file,
    field: "ImageList",
    got: `${images.length} images, none of them data`,
    wanted: "an image",
  });
}

function storedImage(file: string, image: DmGroup): Pick<DmHeader, "type" | "shape" | "dataOffset"> {
  const code = tagAt(image, "ImageData", "DataType");
  const type = types.get(code);
  if (type === undefined) {
    throw new FormatError({
      file,
      field: "DataType",
      got: code,
      wanted: `one of ${[...types].map(([number, name]) => `${String(number)} (${name})`).join(", ")}`,
    });
  }
  const dimensions = tagAt(image, "ImageData", "Dimensions");
  const sides = isGroup(dimensions) ? dimensions.tags.map(({ value }) => value) : [];
  const count = sides.reduce<number>((product, side) => product * Number(side), 1);
  const data = tagAt(image, "ImageData", "Data");
  if (sides.length === 0 || !sides.every(isSide) || !isArray(data) || data.bytes !== count * bytesOf[type]) {
    throw new FormatError({
      file,
      field: "Data",
      ...(isArray(data) && { offset: data.offset }),
      got: `${isArray(data) ? data.bytes : "no"} bytes`,
      wanted: `[${sides.map(String).join(", ")}] of ${type}`,
      hint: "the file is damaged",
    });
  }
  return { type, shape: sides.reverse(), dataOffset: (data as DmArray).offset };
}

function isSide(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
