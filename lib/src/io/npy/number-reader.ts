import { halfToNumber } from "../half-float.js";
import type { Dtype } from "./dtype.js";

/** Reads one value of a record as a number. */
type ReadNumber = (view: DataView, at: number) => number;

/** How numbers of a kind are read, or nothing for text and for whole numbers that a double can't hold. */
export function numberReader({ kind, bytes, littleEndian: little }: Dtype): ReadNumber | undefined {
  switch (`${kind}${bytes}`) {
    case "int1":
      return (view, at) => view.getInt8(at);
    case "uint1":
    case "bool1":
      return (view, at) => view.getUint8(at);
    case "int2":
      return (view, at) => view.getInt16(at, little);
    case "uint2":
      return (view, at) => view.getUint16(at, little);
    case "int4":
      return (view, at) => view.getInt32(at, little);
    case "uint4":
      return (view, at) => view.getUint32(at, little);
    case "float2":
      return (view, at) => halfToNumber(view.getUint16(at, little));
    case "float4":
      return (view, at) => view.getFloat32(at, little);
    case "float8":
      return (view, at) => view.getFloat64(at, little);
    default:
      return undefined;
  }
}
