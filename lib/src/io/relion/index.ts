export { particlesFromStar } from "./from-star.js";
export { groupOptics } from "./group-optics.js";
export type { GivenOptics, GroupedOptics, NeededOptics, OpticsColumns } from "./group-optics.js";
export { particlesToStar } from "./to-star.js";
