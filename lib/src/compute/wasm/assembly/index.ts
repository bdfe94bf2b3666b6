export * from "./arrays/index";
export * from "./fourier/index";
export * from "./slices/index";
