export { complexTransferInto, contrastTransfer, contrastTransferAt } from "./contrast-transfer.js";
export type { ContrastOptions, ContrastTransferOptions, ParticleContrast } from "./contrast-transfer.js";
export { electronWavelengthA } from "./electron-wavelength.js";
