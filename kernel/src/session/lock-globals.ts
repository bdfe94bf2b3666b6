/**
 * JavaScript's own objects, on which the kernel and every library run. What a cell declares at its top is seen by all
 * code of the process, so a cell's own `Map` would be theirs too.
 */
const names = [
  ...["Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "BigInt", "RegExp", "Promise"],
  ...["Error", "AggregateError", "RangeError", "ReferenceError", "SyntaxError", "TypeError"],
  ...["Map", "Set", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "Proxy", "Reflect"],
  ...["JSON", "Math", "Atomics", "ArrayBuffer", "SharedArrayBuffer", "DataView", "WebAssembly"],
  ...[
    "Int8Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "Int16Array",
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
  ],
  ...["Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"],
];

/** Fixes them in their place: an assignment does nothing, a declaration of the same name is a `SyntaxError`. */
export function lockGlobals(): void {
  for (const name of names)
    if (Object.hasOwn(globalThis, name))
      Object.defineProperty(globalThis, name, { writable: false, configurable: false });
}
