export type { Finding } from "./findings.js";
export type { CellText } from "./names.js";
export { TypeService } from "./service.js";
export type { TypeServiceOptions } from "./service.js";
