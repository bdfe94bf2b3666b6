/** One transform of the table: forward, in single precision. */
export interface FourierWork {
  readonly name: string;
  readonly kind: "real" | "complex";
  /** Arrays transformed at once. */
  readonly batch: number;
  readonly shape: readonly number[];
}

/** Sizes that users meet; the camera's sides are 2 7 5 53 and 2 19 101. */
export const fourierWorks: readonly FourierWork[] = [
  { name: "fft1d-c1024", kind: "complex", batch: 1024, shape: [1024] },
  { name: "fft1d-r4096", kind: "real", batch: 256, shape: [4096] },
  { name: "fft2d-r1024", kind: "real", batch: 1, shape: [1024, 1024] },
  { name: "fft2d-c1024", kind: "complex", batch: 1, shape: [1024, 1024] },
  { name: "fft2d-r4096", kind: "real", batch: 1, shape: [4096, 4096] },
  { name: "fft2d-c4096", kind: "complex", batch: 1, shape: [4096, 4096] },
  { name: "fft2d-camera", kind: "real", batch: 1, shape: [3710, 3838] },
  { name: "fft3d-r128", kind: "real", batch: 1, shape: [128, 128, 128] },
  { name: "fft3d-r256", kind: "real", batch: 1, shape: [256, 256, 256] },
];

/** Real or complex elements of all arrays. */
export function elementsOf({ batch, shape }: FourierWork): number {
  return shape.reduce((product, side) => product * side, batch);
}

/** As it is shown: `1024 x 1024`, with the batch before it. */
export function sizeOf({ batch, shape }: FourierWork): string {
  return [...(batch > 1 ? [`${batch} of`] : []), shape.join(" x ")].join(" ");
}
