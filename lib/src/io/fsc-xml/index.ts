export { encodeFscXml, readFscXml, writeFscXml } from "./read.js";
