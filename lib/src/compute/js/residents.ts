import { ValueError } from "../../core/index.js";
import type { Resident } from "../resident.js";
import { countResident, requireMemory } from "../memory/budget.js";

/** A resident of the plain backend: an array of this thread. */
interface ArrayResident extends Resident {
  numbers: Float32Array | undefined;
}

/** Room for `length` numbers, all 0. @throws MemoryError if they don't fit in the memory budget */
export function allocateArray(length: number, what: string): Resident {
  const bytes = length * Float32Array.BYTES_PER_ELEMENT;
  requireMemory(what, bytes);
  const resident: ArrayResident = { length, numbers: new Float32Array(length) };
  countResident(bytes);
  return resident;
}

/** Gives the room back; what was given back before, or is none, is passed over. */
export function releaseArray(resident: Resident | undefined): void {
  const array = resident as ArrayResident | undefined;
  if (array?.numbers === undefined) return;
  countResident(-array.numbers.byteLength);
  array.numbers = undefined;
}

/** The numbers of a resident. @throws ValueError if it was released, or is another backend's */
export function numbersOf(resident: Resident): Float32Array {
  const { numbers } = resident as ArrayResident;
  if (numbers === undefined) {
    throw new ValueError("array of the js backend", {
      got: "one that was released or belongs to another backend",
      wanted: "an array this backend has allocated",
    });
  }
  return numbers;
}
