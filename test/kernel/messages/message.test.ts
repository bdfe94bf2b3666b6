import { expect, test } from "vitest";
import { contentSchemas } from "../../../kernel/src/messages/contents.js";
import { historyReply } from "../../../kernel/src/messages/history.js";
import { kernelInfoReply } from "../../../kernel/src/messages/kernel.js";
import { buildMessage, isMessageName, messageProblem } from "../../../kernel/src/messages/message.js";
import { failure, reply } from "../../../kernel/src/messages/outcome.js";
import { bundle } from "../../../kernel/src/messages/output.js";
import { text } from "../../../kernel/src/messages/schema.js";

const around = { session: "s", parent: undefined };

test("a message is built whole, with an id of its own and its cause", () => {
  const first = buildMessage("status", { execution_state: "busy" }, around);
  const second = buildMessage("status", { execution_state: "idle" }, { session: "s", parent: first.header });
  expect(second.parent_header).toEqual(first.header);
  expect(first.parent_header).toEqual({});
  expect(second.header.msg_id).not.toBe(first.header.msg_id);
  expect(second.header).toMatchObject({ msg_type: "status", session: "s", version: "5.5" });
  expect(new Date(second.header.date!).getTime()).toBeGreaterThan(0);
  expect(messageProblem(second)).toBeUndefined();
});

test("what is wrong with a message is said: envelope, name, content", () => {
  const good = buildMessage("stream", { name: "stdout", text: "a" }, around);
  expect(messageProblem({ ...good, header: {} })).toContain("header.msg_id");
  expect(messageProblem({ ...good, header: null })).toContain("header");
  expect(messageProblem({ ...good, metadata: [] })).toContain("metadata");
  expect(messageProblem({ ...good, content: { name: "out", text: "a" } })).toContain("stream.name");
  expect(messageProblem({ ...good, header: { ...good.header, msg_type: "toString" } })).toContain(
    "no such message",
  );
});

test("names of the language are no messages", () => {
  expect(["status", "toString", "__proto__", ""].map(isMessageName)).toEqual([true, false, false, false]);
});

test("a request stands beside its reply, in every case", () => {
  const names = Object.keys(contentSchemas);
  const requests = names.filter((name) => name.endsWith("_request") && name !== "input_request");
  expect(requests.length).toBeGreaterThan(13);
  for (const name of requests) expect(names).toContain(name.replace("_request", "_reply"));
});

test("a reply is good, an error, or aborted", () => {
  const schema = reply((value, path) => text((value as { answer: unknown }).answer, path));
  expect(schema({ status: "ok", answer: "a" }, "r")).toBeUndefined();
  expect(schema({ status: "ok" }, "r")).toBeDefined();
  expect(schema(failure("E", "v"), "r")).toBeUndefined();
  expect(schema({ status: "error", ename: "E" }, "r")).toContain("r.evalue");
  expect(schema({ status: "aborted" }, "r")).toBeUndefined();
  expect(schema({ status: "abort" }, "r")).toBeDefined();
});

test("an error without a traceback gets the line of its sentence", () => {
  expect(failure("RangeError", "too big").traceback).toEqual(["RangeError: too big"]);
});

test("a history entry has three parts, with its output two in the last", () => {
  const check = (entry: unknown): string | undefined => historyReply({ status: "ok", history: [entry] }, "h");
  expect(check([1, 2, "code"])).toBeUndefined();
  expect(check([1, 2, ["code", null]])).toBeUndefined();
  expect(check([1, 2])).toBeDefined();
  expect(check([1, "2", "code"])).toBeDefined();
});

test("keys of a value's forms are MIME types", () => {
  expect(bundle({ "text/plain": "a", "application/vnd.vitrine.view+json": {} }, "b")).toBeUndefined();
  expect(bundle({ text: "a" }, "b")).toContain("no MIME type");
});

test("kernel_info needs its language", () => {
  expect(kernelInfoReply({ status: "ok", protocol_version: "5.5" }, "k")).toBeDefined();
});
