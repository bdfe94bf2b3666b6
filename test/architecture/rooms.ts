/** Who may import whom: the table of the design, as data. A room may always import itself. */
export interface Room {
  /** Folder (or file without its ending) below the repository's root. */
  readonly folder: string;
  /** Rooms it may import, by folder. A name that ends in `/*` stands for every room below it. */
  readonly imports: readonly string[];
  /** Rooms of which it may import types only. */
  readonly types?: readonly string[];
  /** Where its code runs: Node's modules and globals are only for `"node"`. Default `"anywhere"`. */
  readonly runsIn?: "node" | "browser" | "anywhere";
}

const lib = (...rooms: string[]): string[] => rooms.map((room) => `lib/src/${room}`);
const kernel = (...rooms: string[]): string[] => rooms.map((room) => `kernel/src/${room}`);

const nouns = lib("core", "array", "compute", "math", "model");
const signals = [...nouns, ...lib("fourier", "image")];
const operators = [...signals, ...lib("forward")];

/** The rooms of a stage: each stage is a room of its own, so that none can import another. */
export const stageNames: readonly string[] = [
  "motion",
  "ctf",
  "picking",
  "particles",
  "class2d",
  "initial",
  "tilt",
  "reconstruct",
  "refine",
  "validate",
  "resolution",
  "heterogeneity",
];

export const rooms: readonly Room[] = [
  { folder: "lib/src/core", imports: [] },
  { folder: "lib/src/array", imports: lib("core") },
  { folder: "lib/src/compute", imports: lib("core", "array", "compute/node") },
  { folder: "lib/src/compute/node", imports: lib("core", "array", "compute"), runsIn: "node" },
  { folder: "lib/src/math", imports: lib("core", "array") },
  { folder: "lib/src/model", imports: lib("core", "array", "math") },
  { folder: "lib/src/fourier", imports: lib("core", "array", "math", "compute") },
  { folder: "lib/src/image", imports: [...nouns, ...lib("fourier")] },
  { folder: "lib/src/io", imports: lib("core", "array", "math", "model", "io/node") },
  { folder: "lib/src/io/node", imports: lib("core", "array", "model", "io"), runsIn: "node" },
  { folder: "lib/src/forward", imports: signals },
  { folder: "lib/src/inverse", imports: operators },
  { folder: "lib/src/simulate", imports: operators },
  { folder: "lib/src/neural", imports: [...operators, ...lib("neural/host")] },
  { folder: "lib/src/neural/host", imports: [...operators, ...lib("neural")], runsIn: "node" },
  ...stageNames.map((stage) => ({
    folder: `lib/src/stages/${stage}`,
    imports: [...operators, ...lib("inverse", "neural")],
  })),
  { folder: "lib/src/stages", imports: lib("stages/*") },
  {
    folder: "lib/src/pipeline",
    imports: lib("core", "model", "io", "io/node", "stages", "stages/*", "compute"),
    runsIn: "node",
  },
  { folder: "lib/src/index", imports: lib("*") },

  { folder: "kernel/src/wire", imports: [], runsIn: "node" },
  { folder: "kernel/src/messages", imports: [], runsIn: "node" },
  { folder: "kernel/src/compile", imports: [], runsIn: "node" },
  { folder: "kernel/src/language", imports: [], runsIn: "node" },
  { folder: "kernel/src/install", imports: [], runsIn: "node" },
  { folder: "kernel/src/cell", imports: kernel("messages"), runsIn: "node" },
  { folder: "kernel/src/controls", imports: kernel("messages", "cell"), runsIn: "node" },
  { folder: "kernel/src/session", imports: kernel("messages", "cell", "compile"), runsIn: "node" },
  { folder: "kernel/src/front", imports: kernel("wire", "messages", "compile", "language"), runsIn: "node" },
  { folder: "kernel/src/main", imports: kernel("*"), runsIn: "node" },

  { folder: "widgets/src/protocol", imports: [], types: lib("core", "array", "model"), runsIn: "browser" },
  { folder: "widgets/src/draw", imports: lib("core", "array"), runsIn: "browser" },
  {
    folder: "widgets/src/view",
    imports: ["widgets/src/protocol", "widgets/src/draw", ...signals],
    runsIn: "browser",
  },
  {
    folder: "widgets/src/host",
    imports: ["widgets/src/protocol", ...kernel("cell", "controls"), ...lib("index", "*")],
    runsIn: "node",
  },
  {
    folder: "widgets/src/labextension",
    imports: ["widgets/src/protocol", "widgets/src/view"],
    runsIn: "browser",
  },
];

/** Packages that only one room may load, so that the rest never depends on them. */
export const packagesOfOneRoom: readonly { readonly pattern: RegExp; readonly folder: string }[] = [
  { pattern: /^zeromq$/, folder: "kernel/src/wire" },
  { pattern: /^@jupyterlab\/|^@lumino\/|^@jupyter-widgets\/base$/, folder: "widgets/src/labextension" },
];

/** Packages too heavy to be there when JupyterLab starts, and the folder whose code is there then. */
export const onDemand: { readonly packages: RegExp; readonly atStart: string } = {
  packages: /^plotly\.js|^@kitware\/vtk\.js/,
  atStart: "widgets/src/labextension/",
};

/** What each workspace's name stands for. */
export const workspaces: Readonly<Record<string, string>> = {
  vitrine: "lib",
  "@vitrine/kernel": "kernel",
  "@vitrine/widgets": "widgets",
};
