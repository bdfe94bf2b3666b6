/** Type of a number that a kernel is told. */
export type ParameterType = "u32" | "f32";

/** What a kernel does with a buffer, and what it takes its numbers for. */
export type BufferUse = `${"read" | "read_write"} array<${"f32" | "u32" | "vec2f" | "vec4f"}>`;

/** What a kernel is made of. */
export interface KernelParts {
  /** What it does, in a word or two. */
  readonly name: string;
  /** Invocations per workgroup. */
  readonly threads: number;
  /** Buffers by their names in the code, in the order in which a dispatch gives them. */
  readonly buffers: Readonly<Record<string, BufferUse>>;
  /** Numbers by their names in the code, where they stand in `parameters`. */
  readonly parameters: Readonly<Record<string, ParameterType>>;
  /** Functions, constants and workgroup memory that the body needs. */
  readonly declarations?: string;
  /** What workgroup `group` of `parameters.last` does with its invocation `thread`. */
  readonly body: string;
}

/** A program in WGSL whose workgroups can be dispatched in any number of pieces. */
export interface Kernel {
  readonly name: string;
  readonly code: string;
  readonly parameters: readonly (readonly [name: string, type: ParameterType])[];
}

/** Workgroups that lie side by side in a dispatch: every device takes more, none takes a million. */
export const groupsPerRow = 32768;

/** Puts a kernel together: the declarations that all have in common, and its own. */
export function kernel(parts: KernelParts): Kernel {
  const parameters: [string, ParameterType][] = [
    ["first", "u32"],
    ["last", "u32"],
    ...Object.entries(parts.parameters),
  ];
  const buffers = Object.entries(parts.buffers).map(([name, use], index) => {
    const [access, type] = use.split(" ");
    return `@group(0) @binding(${index + 1}) var<storage, ${access}> ${name}: ${type};`;
  });
  const code = `
struct Parameters { ${parameters.map(([name, type]) => `${name}: ${type}`).join(", ")} }
@group(0) @binding(0) var<uniform> parameters: Parameters;
${buffers.join("\n")}
const threads = ${parts.threads}u;
${parts.declarations ?? ""}
@compute @workgroup_size(threads)
fn main(@builtin(workgroup_id) cell: vec3u, @builtin(local_invocation_index) thread: u32) {
  let group = parameters.first + cell.x + cell.y * ${groupsPerRow}u;
  if (group >= parameters.last) { return; }
${parts.body}
}`;
  return { name: parts.name, code, parameters };
}

/** Invocations per workgroup where each does one element on its own. */
const elementThreads = 256;

/** A kernel whose invocation `i`, of `parameters.count`, makes one element. */
export function elementKernel(parts: Omit<KernelParts, "threads">): Kernel {
  return kernel({
    ...parts,
    threads: elementThreads,
    parameters: { count: "u32", ...parts.parameters },
    body: `  let i = group * threads + thread;\n  if (i >= parameters.count) { return; }\n${parts.body}`,
  });
}

/** Workgroups that a kernel of elements needs for `count` of them. */
export function elementGroups(count: number): number {
  return Math.ceil(count / elementThreads);
}

/** `a b` of complex numbers, for a kernel's declarations. */
export const complexProduct = `
fn product(a: vec2f, b: vec2f) -> vec2f {
  return vec2f(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}`;
