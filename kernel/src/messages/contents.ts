import * as comm from "./comm.js";
import * as debug from "./debug.js";
import * as execute from "./execute.js";
import * as history from "./history.js";
import * as introspect from "./introspect.js";
import * as kernel from "./kernel.js";
import { errorContent, type ErrorContent, type Reply } from "./outcome.js";
import * as output from "./output.js";
import type { Schema } from "./schema.js";
import * as subshell from "./subshell.js";
import * as usage from "./usage.js";

/** Every request of a front end beside its reply. */
export interface Requests {
  readonly execute_request: readonly [execute.ExecuteRequest, execute.ExecuteReply];
  readonly complete_request: readonly [introspect.CompleteRequest, Reply<introspect.Completed>];
  readonly inspect_request: readonly [introspect.InspectRequest, Reply<introspect.Inspected>];
  readonly is_complete_request: readonly [introspect.IsCompleteRequest, introspect.IsCompleteReply];
  readonly history_request: readonly [history.HistoryRequest, Reply<history.Historical>];
  readonly comm_info_request: readonly [comm.CommInfoRequest, Reply<comm.CommInfo>];
  readonly kernel_info_request: readonly [kernel.Empty, Reply<kernel.KernelInfo>];
  readonly connect_request: readonly [kernel.Empty, Reply<kernel.Ports>];
  readonly interrupt_request: readonly [kernel.Empty, Reply<object>];
  readonly shutdown_request: readonly [kernel.ShutdownRequest, Reply<kernel.ShuttingDown>];
  readonly debug_request: readonly [debug.DebugRequest, debug.DebugReply];
  readonly usage_request: readonly [kernel.Empty, Reply<usage.Usage>];
  readonly create_subshell_request: readonly [kernel.Empty, Reply<subshell.SubshellName>];
  readonly delete_subshell_request: readonly [subshell.SubshellName, Reply<object>];
  readonly list_subshell_request: readonly [kernel.Empty, Reply<subshell.SubshellNames>];
}

export type RequestName = keyof Requests;
export type ReplyName = RequestName extends `${infer Stem}_request` ? `${Stem}_reply` : never;

/** Content of every message by its name. */
export type MessageContents = { readonly [K in RequestName]: Requests[K][0] } & {
  readonly [K in RequestName as K extends `${infer Stem}_request` ? `${Stem}_reply` : never]: Requests[K][1];
} & {
  readonly comm_open: comm.CommOpen;
  readonly comm_msg: comm.CommSaid;
  readonly comm_close: comm.CommClose;
  readonly status: kernel.Status;
  readonly stream: output.Stream;
  readonly display_data: output.DisplayData;
  readonly update_display_data: output.UpdateDisplayData;
  readonly execute_result: output.ExecuteResult;
  readonly execute_input: output.ExecuteInput;
  readonly clear_output: output.ClearOutput;
  readonly error: ErrorContent;
  readonly debug_event: debug.DebugEvent;
  readonly iopub_welcome: output.Welcome;
  readonly input_request: output.InputRequest;
  readonly input_reply: output.InputReply;
};

export type MessageName = keyof MessageContents;

/** What each message's content must look like. */
export const contentSchemas: { readonly [K in MessageName]: Schema<MessageContents[K]> } = {
  execute_request: execute.executeRequest,
  execute_reply: execute.executeReply,
  complete_request: introspect.completeRequest,
  complete_reply: introspect.completeReply,
  inspect_request: introspect.inspectRequest,
  inspect_reply: introspect.inspectReply,
  is_complete_request: introspect.isCompleteRequest,
  is_complete_reply: introspect.isCompleteReply,
  history_request: history.historyRequest,
  history_reply: history.historyReply,
  comm_info_request: comm.commInfoRequest,
  comm_info_reply: comm.commInfoReply,
  kernel_info_request: kernel.empty,
  kernel_info_reply: kernel.kernelInfoReply,
  connect_request: kernel.empty,
  connect_reply: kernel.connectReply,
  interrupt_request: kernel.empty,
  interrupt_reply: kernel.doneReply,
  shutdown_request: kernel.shutdownRequest,
  shutdown_reply: kernel.shutdownReply,
  debug_request: debug.debugRequest,
  debug_reply: debug.debugReply,
  debug_event: debug.debugEvent,
  usage_request: kernel.empty,
  usage_reply: usage.usageReply,
  create_subshell_request: kernel.empty,
  create_subshell_reply: subshell.createSubshellReply,
  delete_subshell_request: subshell.deleteSubshellRequest,
  delete_subshell_reply: kernel.doneReply,
  list_subshell_request: kernel.empty,
  list_subshell_reply: subshell.listSubshellReply,
  comm_open: comm.commOpen,
  comm_msg: comm.commMsg,
  comm_close: comm.commClose,
  status: kernel.status,
  stream: output.stream,
  display_data: output.displayData,
  update_display_data: output.updateDisplayData,
  execute_result: output.executeResult,
  execute_input: output.executeInput,
  clear_output: output.clearOutput,
  error: errorContent,
  iopub_welcome: output.welcome,
  input_request: output.inputRequest,
  input_reply: output.inputReply,
};
