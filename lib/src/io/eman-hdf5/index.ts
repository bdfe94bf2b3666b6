export { ctfOfEman } from "./ctf.js";
export { isHdf5 } from "./hdf5-file.js";
export type { EmanImageHeader } from "./header.js";
export { readEmanHdf5 } from "./read.js";
export type { EmanHdf5File, ReadEmanHdf5Options } from "./read.js";
export { emanHdf5ToModel } from "./to-model.js";
