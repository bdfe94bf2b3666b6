export { isXmippTable, particlesFromXmd } from "./from-xmd.js";
