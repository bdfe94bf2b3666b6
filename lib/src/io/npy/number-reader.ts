import { numberReader } from "../number-type.js";
import type { NumberType, ReadNumber } from "../number-type.js";
import type { Dtype } from "./dtype.js";

/** The type of numbers of a kind, or nothing for text, complex numbers, and whole numbers that a double can't hold. */
export function numberType({ kind, bytes }: Dtype): NumberType | undefined {
  if (kind === "bool") return "uint8";
  const isNumber = kind === "int" || kind === "uint" || kind === "float";
  return isNumber && !(kind !== "float" && bytes === 8) ? (`${kind}${8 * bytes}` as NumberType) : undefined;
}

/** How numbers of a kind are read, or nothing where they are none. */
export function dtypeReader(dtype: Dtype): ReadNumber | undefined {
  const type = numberType(dtype);
  return type && numberReader(type, dtype.littleEndian);
}
