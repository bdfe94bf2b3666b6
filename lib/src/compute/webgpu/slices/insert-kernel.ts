import { elementKernel, kernel } from "../device/kernel.js";
import type { Kernel, ParameterType } from "../device/kernel.js";
import { slicePlaces } from "./slice-axes.js";

/** Samples of a brick along each axis; a workgroup fills one, an invocation for each sample. */
export const brickSide = 4;

const threads = brickSide ** 3;

/** What kernels are told of a box of bricks: how many there are, its least y and z, and words of 32 slices per brick. */
const regionParameters = {
  bricksX: "u32",
  bricksY: "u32",
  firstY: "f32",
  firstZ: "f32",
  firstSlice: "u32",
  endSlice: "u32",
  words: "u32",
  reach: "f32",
} as const satisfies Readonly<Record<string, ParameterType>>;

const common = `
const margin = 0.01; // more than rounding can move a place, so that no coefficient is missed; weights decide in the end
${slicePlaces}
fn extent(a: vec3f) -> f32 { return dot(abs(a), vec3f(1.0)); }
fn cornerOf(brick: u32) -> vec3f {
  let across = parameters.bricksX * parameters.bricksY;
  let at = vec3u(brick % parameters.bricksX, (brick / parameters.bricksX) % parameters.bricksY, brick / across);
  return vec3f(${brickSide}u * at) + vec3f(0.0, parameters.firstY, parameters.firstZ);
}`;

/** Notes for each brick which slices pass within one sample of it: a bit for a slice, 32 to an element. */
export const passingKernel: Kernel = elementKernel({
  name: "slices that pass a brick",
  buffers: { axes: "read array<vec4f>", passing: "read_write array<u32>" },
  parameters: regionParameters,
  declarations: common,
  body: `
  let half = 0.5 * f32(${brickSide}u - 1u);
  let middle = cornerOf(i / parameters.words) + half;
  let first = parameters.firstSlice + 32u * (i % parameters.words);
  var bits = 0u;
  if (length(max(vec3f(0.0), abs(middle) - half)) <= parameters.reach + 2.0) {
    for (var slice = first; slice < min(first + 32u, parameters.endSlice); slice++) {
      let normal = stepsOf(slice).normal;
      let passes = abs(dot(middle, normal)) <= (half + 1.0) * extent(normal) + margin;
      bits |= select(0u, 1u << (slice - first), passes);
    }
  }
  passing[i] = bits;`,
});

const kernels: Readonly<Record<"counted" | "weighted", Kernel>> = {
  counted: insertionKernel(false),
  weighted: insertionKernel(true),
};

/** The kernel that adds slices, with weights of their own or of 1. */
export function insertKernel(hasWeights: boolean): Kernel {
  return kernels[hasWeights ? "weighted" : "counted"];
}

/**
 * WebGPU has no atomic sums of floats, and their order would be chance. So each sample collects what belongs to it, slice after
 * slice of those that pass its brick: the few coefficients whose places are within one sample follow from the sample's
 * coordinates in the slice.
 */
function insertionKernel(hasWeights: boolean): Kernel {
  return kernel({
    name: "adding slices",
    threads,
    buffers: {
      passing: "read array<u32>",
      axes: "read array<vec4f>",
      slices: "read array<vec2f>",
      ...(hasWeights ? { weights: "read array<f32>" } : {}),
      grid: "read_write array<f32>",
    },
    parameters: {
      ...regionParameters,
      lastY: "f32",
      lastZ: "f32",
      n: "u32",
      padded: "u32",
      limit: "u32",
    },
    declarations: `${common}

/* Coefficient (u, v), u >= 0: its complex value times what it counts for, and its weight. */
fn coefficient(slice: u32, u: i32, v: i32, side: f32) -> vec3f {
  let n = i32(parameters.n);
  let at = (slice * parameters.n + u32(select(v, v + n, v < 0))) * (parameters.n / 2u + 1u) + u32(u);
  return vec3f(slices[at].x, side * slices[at].y, ${hasWeights ? "weights[at]" : "1.0"});
}

/* What point (u, v) of a whole slice brings to its place, x being the place's: itself, or the conjugate of its opposite. */
fn brought(slice: u32, u: i32, v: i32, x: f32) -> vec3f {
  if (u > 0) { return select(vec3f(0.0), coefficient(slice, u, v, 1.0), x >= 0.0); }
  if (u < 0) { return select(vec3f(0.0), coefficient(slice, -u, -v, -1.0), x > 0.0); }
  var sum = vec3f(0.0);
  if (x >= 0.0) { sum += 0.5 * coefficient(slice, 0, v, 1.0); }
  if (x > 0.0) { sum += 0.5 * coefficient(slice, 0, -v, -1.0); }
  return sum;
}

/* What a slice brings to sample g. */
fn shareOf(slice: u32, g: vec3f) -> vec3f {
  let steps = stepsOf(slice);
  if (abs(dot(g, steps.normal)) > extent(steps.normal) + margin) { return vec3f(0.0); }
  let finer = f32(parameters.padded) / f32(parameters.n);
  let centre = vec2f(dot(g, steps.coarseU), dot(g, steps.coarseV)) / (finer * finer);
  let spread = vec2f(extent(steps.coarseU), extent(steps.coarseV)) / (finer * finer) + margin;
  let low = vec2i(ceil(centre - spread));
  let high = vec2i(floor(centre + spread));
  var sum = vec3f(0.0);
  for (var u = low.x; u <= high.x; u++) {
    for (var v = low.y; v <= high.y; v++) {
      if (u32(u * u + v * v) >= parameters.limit) { continue; }
      let coarse = coarsePlace(steps, f32(u), f32(v));
      let fine = finePlace(steps, f32(u), f32(v));
      let near = max(vec3f(0.0), 1.0 - abs((coarse - g) + fine));
      let share = near.x * near.y * near.z;
      if (share > 0.0) { sum += share * brought(slice, u, v, coarse.x + fine.x); }
    }
  }
  return sum;
}`,
    body: `
  let inner = vec3u(thread % ${brickSide}u, (thread / ${brickSide}u) % ${brickSide}u, thread / ${brickSide ** 2}u);
  let g = cornerOf(group) + vec3f(inner);
  var sum = vec3f(0.0);
  for (var word = 0u; word < parameters.words; word++) {
    var bits = passing[group * parameters.words + word];
    while (bits != 0u) {
      sum += shareOf(parameters.firstSlice + 32u * word + firstTrailingBit(bits), g);
      bits &= bits - 1u;
    }
  }
  if (g.x > 0.5 * f32(parameters.padded) || g.y > parameters.lastY || g.z > parameters.lastZ) { return; }
  let padded = i32(parameters.padded);
  let at = (vec3i(g) + padded) % padded;
  let sample = 3 * ((at.z * padded + at.y) * (padded / 2 + 1) + i32(g.x));
  grid[sample] += sum.x;
  grid[sample + 1] += sum.y;
  grid[sample + 2] += sum.z;`,
  });
}
