/** Numbers of the tags that are read or written. TIFF 6.0, 1992; those from 65003 on are of DigitalMicrograph. */
export const tag = {
  newSubfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  description: 270,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  resolutionUnit: 296,
  software: 305,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  sampleFormat: 339,
  micrographUnitX: 65003,
  micrographUnitY: 65004,
  micrographScaleX: 65009,
  micrographScaleY: 65010,
} as const;

/** Numbers of the types that values in a directory have. */
export const valueType = { ascii: 2, short: 3, long: 4, rational: 5, long8: 16 } as const;

/** Bytes of one value by the number of its type. */
export const valueBytes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};
