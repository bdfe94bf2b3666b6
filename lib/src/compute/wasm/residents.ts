import { ValueError } from "../../core/index.js";
import type { Backend } from "../backend.js";
import type { Resident } from "../resident.js";
import type { Engine } from "./engine.js";

/** Residents of an engine: where each lies is known to this backend alone. */
export interface Residents extends Pick<Backend, "allocate" | "release"> {
  /** @throws ValueError if the array is another backend's, or was released */
  pointerOf(array: Resident): number;
}

/** What is cleared when it is given out. */
export interface ResidentsOptions {
  /** Default: true, as {@link Backend.allocate} promises. Who overwrites every number saves the time. */
  readonly cleared?: boolean;
}

/**
 * Work that was stopped by force never reaches its release: room of which nobody knows any more goes back when the
 * garbage collector finds it out.
 */
const forgotten = new FinalizationRegistry<{ readonly engine: Engine; readonly pointer: number }>(
  ({ engine, pointer }) => engine.free(pointer),
);

/** Gives out and takes back room in an engine's memory. */
export function residents(engine: Engine, { cleared = true }: ResidentsOptions = {}): Residents {
  const places = new WeakMap<Resident, number>();
  return {
    allocate(length, what) {
      const pointer = cleared ? engine.allocateCleared(4 * length, what) : engine.allocate(4 * length, what);
      const array: Resident = { length };
      places.set(array, pointer);
      forgotten.register(array, { engine, pointer }, array);
      return array;
    },
    release(...arrays) {
      for (const array of arrays) {
        const pointer = array === undefined ? undefined : places.get(array);
        if (pointer === undefined) continue;
        places.delete(array!);
        forgotten.unregister(array!);
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
