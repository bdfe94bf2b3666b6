import { halfToNumber } from "./half-float.js";

/** How numbers are stored: kind and bits. */
export type NumberType =
  "int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float16" | "float32" | "float64";

/** Bytes of one number. */
export const bytesOf: Readonly<Record<NumberType, 1 | 2 | 4 | 8>> = {
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float16: 2,
  float32: 4,
  float64: 8,
};

/** Reads one number at a byte offset. */
export type ReadNumber = (view: DataView, at: number) => number;

/** What reads single numbers of a type. */
export function numberReader(type: NumberType, littleEndian: boolean): ReadNumber {
  switch (type) {
    case "int8":
      return (view, at) => view.getInt8(at);
    case "uint8":
      return (view, at) => view.getUint8(at);
    case "int16":
      return (view, at) => view.getInt16(at, littleEndian);
    case "uint16":
      return (view, at) => view.getUint16(at, littleEndian);
    case "int32":
      return (view, at) => view.getInt32(at, littleEndian);
    case "uint32":
      return (view, at) => view.getUint32(at, littleEndian);
    case "float16":
      return (view, at) => halfToNumber(view.getUint16(at, littleEndian));
    case "float32":
      return (view, at) => view.getFloat32(at, littleEndian);
    case "float64":
      return (view, at) => view.getFloat64(at, littleEndian);
  }
}
