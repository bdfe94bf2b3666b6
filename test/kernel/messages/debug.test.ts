import { expect, test } from "vitest";
import { debugEvent, debugReply, debugRequest } from "../../../kernel/src/messages/debug.js";

test.each([
  [debugRequest, { type: "request", seq: 0, command: "debugInfo" }, undefined],
  [debugRequest, { type: "request", seq: 0, command: "attach", arguments: {} }, undefined],
  [debugRequest, { type: "request", seq: "0", command: "attach" }, "c.seq"],
  [debugRequest, { type: "request", seq: 0, command: "attach", arguments: [] }, "c.arguments"],
  [debugRequest, { type: "event", seq: 0, command: "attach" }, "c.type"],
  [
    debugReply,
    { type: "response", seq: 1, request_seq: 0, command: "a", success: true, body: {} },
    undefined,
  ],
  [debugReply, { type: "response", seq: 1, request_seq: 0, command: "a", success: "yes" }, "c.success"],
  [debugEvent, { type: "event", seq: 1, event: "stopped", body: { threadId: 1 } }, undefined],
  [debugEvent, { type: "event", seq: 1 }, "c.event"],
])("%# %j", (schema, content, complaint) => {
  const problem = schema(content, "c");
  if (complaint === undefined) expect(problem).toBeUndefined();
  else expect(problem?.startsWith(complaint)).toBe(true);
});
