export { elementAt, numberOf } from "./element.js";
export type { XmlElement } from "./element.js";
export { parseXml } from "./parse-xml.js";
