import type { Noun } from "vitrine";

type Fields = Readonly<Record<string, unknown>>;

/** What a record of each kind must have, so that drawing it can't fail half way. */
const checks: Readonly<Record<Noun["kind"], (record: Fields) => boolean>> = {
  image: (x) => isGrid(x, 2) && isPositive(x["pixelSizeA"]),
  "image-stack": (x) => isGrid(x, 3) && isPositive(x["pixelSizeA"]),
  volume: (x) => isGrid(x, 3) && isPositive(x["voxelSizeA"]),
  "half-maps": (x) => isNoun(x["a"], "volume") && isNoun(x["b"], "volume") && sameLength(x["a"], x["b"]),
  curve: (x) =>
    typeof x["title"] === "string" &&
    isRecord(x["x"]) &&
    isColumn(x["x"]["values"]) &&
    isRecord(x["y"]) &&
    Array.isArray(x["series"]) &&
    x["series"].every((line) => isRecord(line) && isColumn(line["values"])) &&
    Array.isArray(x["crossings"]),
  histogram: (x) => isColumn(x["counts"]) && typeof x["low"] === "number" && isRecord(x["statistics"]),
  "power-spectrum": (x) => isGrid(x, 2) && isPositive(x["pixelSizeA"]) && isRecord(x["radial"]),
  "shell-correlation": (x) => isColumn(x["spatialFrequencyInvA"]) && isColumn(x["correlation"]),
};

/** Whether a value is one of the library's records, or of one kind of them: by its `kind` and what it is made of. */
export function isNoun(value: unknown, kind?: Noun["kind"]): value is Noun {
  if (!isRecord(value)) return false;
  const own = value["kind"];
  if (typeof own !== "string" || !Object.hasOwn(checks, own)) return false;
  return (kind === undefined || own === kind) && checks[own as Noun["kind"]](value);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isGrid({ data, shape }: Fields, axes: number): boolean {
  if (!(data instanceof Float32Array) || !Array.isArray(shape) || shape.length !== axes) return false;
  if (!shape.every((size) => Number.isSafeInteger(size) && size > 0)) return false;
  return data.length === shape.reduce((product: number, size: number) => product * size, 1);
}

function isColumn(value: unknown): value is Float64Array {
  return value instanceof Float64Array;
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && value > 0 && Number.isFinite(value);
}

function sameLength(a: unknown, b: unknown): boolean {
  return (a as { data: Float32Array }).data.length === (b as { data: Float32Array }).data.length;
}
