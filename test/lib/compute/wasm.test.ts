import { wasmBackend } from "vitrine/compute";
import { backendContract } from "./backend-contract.js";

backendContract("WebAssembly, on the calling thread,", () => wasmBackend({ threads: 0 }));
backendContract("WebAssembly, each product rounded by itself,", () =>
  wasmBackend({ threads: 0, fused: false }),
);
backendContract("WebAssembly, on two threads,", () => wasmBackend({ threads: 2 }));
