/** Runs inside the page under test: the parts that views are made of. */
export {
  contrastSlider,
  element,
  onKeys,
  openFrame,
  openScope,
  valueSlider,
} from "../../widgets/src/view/parts/index.js";
