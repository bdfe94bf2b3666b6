export { checkModes } from "./check.js";
export type { CheckMode } from "./check.js";
export { contentSchemas } from "./contents.js";
export type { MessageContents, MessageName, ReplyName, RequestName, Requests } from "./contents.js";
export type { CommInfoRequest } from "./comm.js";
export type { DebugEvent, DebugReply, DebugRequest } from "./debug.js";
export { engineNames } from "./engine.js";
export type { EngineName, LanguageAnswer, LanguageAnswers, LanguageQuestion } from "./engine.js";
export type { Evaluated, ExecuteReply, ExecuteRequest } from "./execute.js";
export { protocolVersion } from "./header.js";
export type { Header } from "./header.js";
export type { HistoryEntry, HistoryRequest, Historical } from "./history.js";
export type {
  CompleteRequest,
  Completed,
  InspectRequest,
  Inspected,
  IsCompleteReply,
  IsCompleteRequest,
} from "./introspect.js";
export type { KernelInfo, Ports, ShuttingDown } from "./kernel.js";
export type { HostMemory, Usage } from "./usage.js";
export { buildMessage, isMessageName, messageProblem } from "./message.js";
export type { Around, Message } from "./message.js";
export { failure } from "./outcome.js";
export type { ErrorContent, Reply } from "./outcome.js";
export { CauseNumbers, packPrinted, unpackPrinted } from "./printed.js";
export { collectCall, inputState, strayCall } from "./session-link.js";
export type {
  Answers,
  Cause,
  CommName,
  FromSession,
  FrontData,
  Outcome,
  Shown,
  Thrown,
  ToSession,
} from "./session-link.js";
