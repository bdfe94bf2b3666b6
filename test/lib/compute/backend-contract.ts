import { afterAll, beforeAll, describe } from "vitest";
import type { Backend } from "../../../lib/src/compute/index.js";
import { arraysContract } from "./contract/arrays.js";
import { fourierContract } from "./contract/fourier.js";
import { slicesContract } from "./contract/slices.js";
import { storageContract } from "./contract/storage.js";

/** A backend that may have an end. */
type AnyBackend = Backend & { readonly stop?: () => void };

/** What every backend must do, checked against double precision on small arrays. */
export function backendContract(name: string, make: () => Promise<AnyBackend> | AnyBackend): void {
  describe(`the ${name} backend`, () => {
    let made: AnyBackend;
    const backend = (): Backend => made;
    beforeAll(async () => {
      made = await make();
    });
    afterAll(() => made?.stop?.());

    describe("storage", () => storageContract(backend));
    describe("Fourier transforms", () => fourierContract(backend));
    describe("arrays", () => arraysContract(backend));
    describe("central slices", () => slicesContract(backend));
  });
}
