import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  dispatchComm,
  openComm,
  openComms,
  registerCommTarget,
  setCellHost,
} from "../../../kernel/src/cell/index.js";
import type { Comm, CommMessage } from "../../../kernel/src/cell/index.js";
import { recorder, type Recorder } from "../../support/recorder.js";

let host: Recorder;
let back: () => void;
beforeEach(() => {
  host = recorder();
  back = setCellHost(host);
});
afterEach(() => back());

const rest = { metadata: {}, buffers: [] };

describe("a comm that a cell opens", () => {
  test("says its target and data, and is in the list until it closes", () => {
    const comm = openComm("jupyter.widget", { state: 1 }, { metadata: { version: "2.1.0" } });
    expect(host.sent).toEqual([
      {
        type: "comm_open",
        content: { comm_id: comm.id, target_name: "jupyter.widget", data: { state: 1 } },
        metadata: { version: "2.1.0" },
      },
    ]);
    expect(openComms()).toEqual({ [comm.id]: { target_name: "jupyter.widget" } });
    comm.close();
    expect(openComms()).toEqual({});
  });

  test("sends data with the very bytes it was given", () => {
    const comm = openComm("t");
    const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    comm.send({ a: 1 }, { buffers: [bytes] });
    expect(host.sent[1]).toMatchObject({ type: "comm_msg", content: { comm_id: comm.id, data: { a: 1 } } });
    expect(host.sent[1]!.buffers![0]).toBe(bytes);
    comm.close();
  });

  test("closes once, however often it is asked to", () => {
    const comm = openComm("t");
    comm.close({ why: "done" });
    comm.close();
    expect(host.sent.filter(({ type }) => type === "comm_close")).toEqual([
      { type: "comm_close", content: { comm_id: comm.id, data: { why: "done" } } },
    ]);
  });

  test("may have an id of its own, and is listed by target", () => {
    const [a, b] = [openComm("a", {}, { id: "one" }), openComm("b", {}, { id: "two" })];
    expect(openComms("a")).toEqual({ one: { target_name: "a" } });
    expect(openComms("c")).toEqual({});
    a.close();
    b.close();
  });
});

describe("a message from the front end", () => {
  test("reaches every handler of its comm and no other", () => {
    const heard: string[] = [];
    const [a, b] = [openComm("t"), openComm("t")];
    a.onMessage((message) => heard.push(`a1 ${String(message.data["x"])}`));
    a.onMessage((message) => heard.push(`a2 ${message.buffers.length}`));
    b.onMessage(() => heard.push("b"));
    const buffers = [new Uint8Array(3)];
    dispatchComm("comm_msg", { comm_id: a.id, data: { x: 7 } }, { metadata: {}, buffers });
    expect(heard).toEqual(["a1 7", "a2 1"]);
    a.close();
    b.close();
  });

  test("that closes takes the comm from the list and tells it", () => {
    const comm = openComm("t");
    const heard: CommMessage[] = [];
    comm.onClose((message) => heard.push(message));
    dispatchComm("comm_close", { comm_id: comm.id, data: { bye: 1 } }, rest);
    expect(heard).toEqual([{ data: { bye: 1 }, metadata: {}, buffers: [] }]);
    expect(openComms()).toEqual({});
    const before = host.sent.length;
    comm.close();
    expect(host.sent.length).toBe(before);
  });

  test("for a comm that is not there is let go", () => {
    expect(() => dispatchComm("comm_msg", { comm_id: "gone", data: {} }, rest)).not.toThrow();
    expect(() => dispatchComm("comm_close", { comm_id: "gone" }, rest)).not.toThrow();
    expect(host.sent).toEqual([]);
  });
});

describe("a comm that the front end opens", () => {
  const open = (target: string): void =>
    dispatchComm("comm_open", { comm_id: "theirs", target_name: target, data: { hello: 1 } }, rest);

  test("goes to the handler of its target, and can be answered", () => {
    let opened: Comm | undefined;
    const undo = registerCommTarget("mine", (comm, message) => {
      opened = comm;
      expect(message.data).toEqual({ hello: 1 });
      comm.send({ hello: "back" });
    });
    open("mine");
    expect(opened?.id).toBe("theirs");
    expect(openComms("mine")).toEqual({ theirs: { target_name: "mine" } });
    expect(host.sent).toEqual([
      { type: "comm_msg", content: { comm_id: "theirs", data: { hello: "back" } } },
    ]);
    opened?.close();
    undo();
  });

  test("to an unknown target is closed again", () => {
    open("nobody");
    expect(host.sent).toEqual([{ type: "comm_close", content: { comm_id: "theirs", data: {} } }]);
    expect(openComms()).toEqual({});
  });

  test("to a target that was taken back is unknown; a newer handler stays", () => {
    const old = registerCommTarget("mine", () => expect.unreachable());
    const undo = registerCommTarget("mine", (comm) => comm.close());
    old();
    open("mine");
    undo();
    open("mine");
    expect(host.sent.map(({ type }) => type)).toEqual(["comm_close", "comm_close"]);
  });
});
