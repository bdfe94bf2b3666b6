export { bordersInAccord } from "./borders.js";
export {
  dateWithinBounds,
  rangeWithinBounds,
  timeWithinBounds,
  withinBounds,
  withinExponents,
} from "./bounds.js";
export { pagesInAccord, tabsInAccord } from "./pages.js";
export { middleHalf, wholeMiddleHalf } from "./start.js";
export { allowedTags, eachWithinBounds, oneOfOptions } from "./tags.js";
