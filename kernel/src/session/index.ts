export { createSession } from "./session.js";
export type { Session, SessionOptions } from "./session.js";
