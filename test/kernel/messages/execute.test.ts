import { expect, test } from "vitest";
import { executeReply } from "../../../kernel/src/messages/execute.js";
import { failure } from "../../../kernel/src/messages/outcome.js";

const ok = { status: "ok", execution_count: 1, payload: [], user_expressions: {} };

test.each([
  ["a good one", ok],
  ["an error", { ...failure("E", "v"), execution_count: 1 }],
  ["an aborted one", { status: "aborted", execution_count: 1 }],
  ["a payload that says what it is", { ...ok, payload: [{ source: "page" }] }],
  [
    "expressions, one of them failed",
    {
      ...ok,
      user_expressions: {
        a: { status: "ok", data: { "text/plain": "1" }, metadata: {} },
        b: failure("E", "v"),
      },
    },
  ],
])("%s passes", (_what, reply) => {
  expect(executeReply(reply, "r")).toBeUndefined();
});

test.each([
  ["no count, whatever the status", { status: "aborted" }, "r.execution_count"],
  ["no count beside an error", failure("E", "v"), "r.execution_count"],
  ["a payload without a source", { ...ok, payload: [{}] }, "r.payload[0].source"],
  ["an expression without a status", { ...ok, user_expressions: { a: {} } }, "r.user_expressions.a.status"],
  [
    "an expression whose forms are no MIME types",
    { ...ok, user_expressions: { a: { status: "ok", data: { text: "1" }, metadata: {} } } },
    "no MIME type",
  ],
])("%s does not", (_what, reply, problem) => {
  expect(executeReply(reply, "r")).toContain(problem);
});
