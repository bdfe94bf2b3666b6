export { particlesFromCs } from "./from-cs.js";
export { readCs } from "./read-cs.js";
