import { jsBackend } from "vitrine/compute";
import { backendContract } from "./backend-contract.js";

backendContract("plain TypeScript", () => jsBackend());
