import type { ErrorDetail } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import type { PhantomDescription, PhantomFeature } from "./features.js";

/** Longest description read, in characters: a thousand times the one of the course, and nothing that could fill memory. */
const maxCharacters = 1_000_000;

interface Line {
  readonly number: number;
  readonly words: readonly string[];
}

type Common = Pick<PhantomFeature, "combination" | "density" | "centre">;
/** What a kind of feature needs after its centre, and how those numbers become one. */
interface Grammar {
  readonly parameters: readonly string[];
  readonly build: (common: Common, p: readonly number[]) => PhantomFeature;
}

const angles = ["rot", "tilt", "psi"] as const;
const euler = (p: readonly number[], from: number) => ({
  rotDeg: p[from]!,
  tiltDeg: p[from + 1]!,
  psiDeg: p[from + 2]!,
});

const sphere: Grammar = {
  parameters: ["radius"],
  build: (common, p) => ({ shape: "sphere", ...common, radius: p[0]! }),
};
const ellipsoid: Grammar = {
  parameters: ["semi-axis x", "semi-axis y", "semi-axis z", ...angles],
  build: (common, p) => ({
    shape: "ellipsoid",
    ...common,
    semiAxes: [p[0]!, p[1]!, p[2]!],
    euler: euler(p, 3),
  }),
};
const cylinder: Grammar = {
  parameters: ["radius x", "radius y", "height", ...angles],
  build: (common, p) => ({
    shape: "cylinder",
    ...common,
    radii: [p[0]!, p[1]!],
    height: p[2]!,
    euler: euler(p, 3),
  }),
};
const cone: Grammar = {
  parameters: ["radius", "height", ...angles],
  build: (common, p) => ({ shape: "cone", ...common, radius: p[0]!, height: p[1]!, euler: euler(p, 2) }),
};
const box: Grammar = {
  parameters: ["size x", "size y", "size z", ...angles],
  build: (common, p) => ({ shape: "box", ...common, sizes: [p[0]!, p[1]!, p[2]!], euler: euler(p, 3) }),
};
const blob: Grammar = {
  parameters: ["radius", "alpha", "order"],
  build: (common, p) => ({
    shape: "blob",
    ...common,
    radius: p[0]!,
    alpha: p[1]!,
    order: p[2] as 0 | 1 | 2 | 3 | 4,
  }),
};

/** Words that open a feature's line; the short and the long forms are both in use. */
const grammars: ReadonlyMap<string, Grammar> = new Map([
  ["sph", sphere],
  ["ell", ellipsoid],
  ["cyl", cylinder],
  ["con", cone],
  ["cone", cone],
  ["box", box],
  ["cub", box],
  ["blo", blob],
  ["blob", blob],
]);

/**
 * Reads the geometrical description of a phantom.
 *
 * The first line that is not a comment (`#`) holds the grid, `nx ny nz background`; each further line is one feature:
 * a word, `=` (set) or `+` (add), the density, the centre x y z, and
 * `sph` radius; `ell` three semi-axes; `cyl` two radii and the height; `cone` radius and height; `box` three side
 * lengths; `blob` radius, alpha and order. All but spheres and blobs end with the angles rot tilt psi in degrees.
 * Lengths are voxels of the grid, from its origin.
 *
 * Bilbao-Castro et al. 2004, "Phan3D", Bioinformatics 20:3286.
 *
 * @throws FormatError naming the line that can't be read
 * @row F2
 * @example
 * ```ts
 * import { parsePhantom } from "vitrine";
 * parsePhantom("32 32 32 0\nsph = 1 0 0 0 10").features.length;   // 1
 * ```
 */
export function parsePhantom(
  text: string,
  { name = "phantom" }: { readonly name?: string } = {},
): PhantomDescription {
  if (text.length > maxCharacters) {
    throw new FormatError({
      file: name,
      field: "text",
      got: `${text.length} characters`,
      wanted: `at most ${maxCharacters}`,
    });
  }
  const [grid, ...features] = meaningfulLines(text);
  if (grid === undefined) {
    throw new FormatError({ file: name, field: "grid", got: "no line", wanted: "nx ny nz background" });
  }
  return {
    kind: "phantom-description",
    ...readGrid(name, grid),
    features: features.map((line) => readFeature(name, line)),
  };
}

function meaningfulLines(text: string): Line[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({
      number: index + 1,
      words: (line.split("#")[0] ?? "")
        .replace(/^(\s*[a-z]+)\s*([=+])/i, "$1 $2 ")
        .trim()
        .split(/\s+/),
    }))
    .filter(({ words }) => words[0] !== "");
}

function readGrid(file: string, line: Line): Pick<PhantomDescription, "shape" | "background"> {
  const wanted = "nx ny nz and, if it is not 0, the background density";
  if (line.words.length < 3 || line.words.length > 4)
    fail(file, line, "grid", { got: line.words.join(" "), wanted });
  const [nx, ny, nz] = line.words.slice(0, 3).map((word) => {
    const size = number(file, line, "grid", word);
    if (!Number.isInteger(size) || size < 1 || size > 4096) {
      fail(file, line, "grid", { got: word, wanted: "whole numbers from 1 to 4096" });
    }
    return size;
  }) as [number, number, number];
  return { shape: [nz, ny, nx], background: number(file, line, "background", line.words[3] ?? "0") };
}

function readFeature(file: string, line: Line): PhantomFeature {
  const [word = "", sign = "", ...rest] = line.words;
  const grammar = grammars.get(word.toLowerCase());
  if (grammar === undefined) {
    return fail(file, line, "feature", { got: word, wanted: `one of ${[...grammars.keys()].join(", ")}` });
  }
  if (sign !== "=" && sign !== "+")
    fail(file, line, `${word}: sign`, { got: sign, wanted: "= (set) or + (add)" });
  const names = ["density", "centre x", "centre y", "centre z", ...grammar.parameters];
  if (rest.length !== names.length) {
    fail(file, line, word, { got: `${rest.length} numbers`, wanted: `${names.length}: ${names.join(", ")}` });
  }
  const values = rest.map((text, i) => checked(file, line, word, names[i]!, text));
  const [density, x, y, z, ...parameters] = values as [number, number, number, number, ...number[]];
  return grammar.build({ combination: sign === "=" ? "set" : "add", density, centre: [x, y, z] }, parameters);
}

/** A feature's number; sizes must be above 0 and a blob's order 0 to 4. */
function checked(file: string, line: Line, word: string, name: string, text: string): number {
  const value = number(file, line, `${word}: ${name}`, text);
  if (/radius|axis|height|size/.test(name) && !(value > 0)) {
    fail(file, line, `${word}: ${name}`, { got: text, wanted: "a length above 0, in voxels" });
  }
  if (name === "alpha" && !(value >= 0 && value <= 100)) {
    fail(file, line, `${word}: alpha`, { got: text, wanted: "a number from 0 to 100" });
  }
  if (name === "order" && ![0, 1, 2, 3, 4].includes(value)) {
    fail(file, line, `${word}: order`, { got: text, wanted: "0, 1, 2, 3 or 4" });
  }
  return value;
}

function number(file: string, line: Line, field: string, text: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) fail(file, line, field, { got: text, wanted: "a finite decimal number" });
  return value;
}

function fail(file: string, line: Line, field: string, detail: ErrorDetail): never {
  throw new FormatError({ file, field: `line ${line.number}, ${field}`, ...detail });
}
