export { widgetFace } from "./face.js";
