import { ValueError } from "../../core/index.js";
import type { Backend } from "../backend.js";
import type { Resident } from "../resident.js";
import type { Engine } from "./engine.js";

/** Residents of an engine: where each lies is known to this backend alone. */
export interface Residents extends Pick<Backend, "allocate" | "release"> {
  /** @throws ValueError if the array is another backend's, or was released */
  pointerOf(array: Resident): number;
}

/** Gives out and takes back room in an engine's memory. */
export function residents(engine: Engine): Residents {
  const places = new WeakMap<Resident, number>();
  return {
    allocate(length, what) {
      const pointer = engine.allocateCleared(4 * length, what);
      const array: Resident = { length };
      places.set(array, pointer);
      return array;
    },
    release(...arrays) {
      for (const array of arrays) {
        const pointer = array === undefined ? undefined : places.get(array);
        if (pointer === undefined) continue;
        places.delete(array!);
        engine.free(pointer);
      }
    },
    pointerOf(array) {
      const pointer = places.get(array);
      if (pointer === undefined) {
        throw new ValueError("resident", {
          got: "one that was released, or another backend's",
          wanted: "one that this backend allocated",
        });
      }
      return pointer;
    },
  };
}
