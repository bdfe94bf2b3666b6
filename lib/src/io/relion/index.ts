export { particlesFromStar } from "./from-star.js";
export { particlesToStar } from "./to-star.js";
