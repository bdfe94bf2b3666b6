import { expect, test, vi } from "vitest";
import { echo, model, openedOn, update } from "./models.js";
import { useRecorder } from "./recorder.js";

const front = useRecorder();
const opened = openedOn(front);

test("opening says version, classes and state, binary parts beside it", () => {
  const { id } = model();
  const [message] = front.current.sent;
  expect(message).toEqual({
    type: "comm_open",
    metadata: { version: "2.1.0" },
    content: {
      comm_id: id,
      target_name: "jupyter.widget",
      data: {
        state: {
          _model_module: "m",
          _model_module_version: "1.2.3",
          _model_name: "M",
          _view_module: "m",
          _view_module_version: "1.2.3",
          _view_name: "V",
          level: 1,
          name: "a",
          range: [0, 1],
        },
        buffer_paths: [["data"]],
      },
    },
    buffers: [new Uint8Array([7, 8])],
  });
});

test("view() is what a front end shows it by", () => {
  const m = model();
  expect(m.view()).toEqual({
    "application/vnd.jupyter.widget-view+json": { version_major: 2, version_minor: 0, model_id: m.id },
  });
});

test("only what changed is sent", () => {
  const m = opened();
  m.set({ level: 1, name: "b", range: [0, 1] });
  expect(front.current.take()).toEqual([update({ name: "b" })]);
  m.set({ name: "b" });
  expect(front.current.take()).toEqual([]);
  expect(m.get("name")).toBe("b");
});

test("bytes count as changed whenever they are set", () => {
  const whole = new Float32Array([1, 2, 3, 4]);
  const m = opened();
  m.set({ data: whole.subarray(1, 3) });
  expect(front.current.sent[0]!.buffers).toEqual([new Uint8Array(new Float32Array([2, 3]).buffer)]);
  expect(front.current.take()).toEqual([update({}, [["data"]])]);
  vi.advanceTimersByTime(20);
  m.set({ data: m.get("data") });
  vi.advanceTimersByTime(20);
  m.set({ data: m.get("data").slice() });
  expect(front.current.take()).toHaveLength(2);
});

test("at most 60 updates a second, 63 in 1.05 s, the newest value wins", () => {
  const m = opened();
  for (let i = 0; i < 1000; i++) {
    m.set({ level: i, name: `n${i}` });
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(50);
  const sent = front.current.take();
  expect(sent.length).toBeLessThanOrEqual(63);
  expect(sent.length).toBeGreaterThan(50);
  expect(sent.at(-1)).toEqual(update({ level: 999, name: "n999" }));
});

test("two keys changed within one interval go together", () => {
  const m = opened();
  m.set({ level: 2 });
  m.set({ level: 3 });
  m.set({ name: "x" });
  expect(front.current.take()).toEqual([update({ level: 2 })]);
  vi.advanceTimersByTime(17);
  expect(front.current.take()).toEqual([update({ level: 3, name: "x" })]);
  vi.advanceTimersByTime(1000);
  expect(front.current.take()).toEqual([]);
});

test("a message goes after the changes made before it", () => {
  const m = opened();
  m.set({ level: 2 });
  m.set({ level: 3 });
  m.send({ type: "data" }, [new Uint8Array([1, 2, 3]).subarray(1)]);
  expect(front.current.sent.at(-1)!.buffers).toEqual([new Uint8Array([2, 3])]);
  expect(front.current.take()).toEqual([
    update({ level: 2 }),
    update({ level: 3 }),
    { method: "custom", content: { type: "data" } },
  ]);
});

test("after a message the next change may go one interval later", () => {
  const m = opened();
  m.set({ level: 2 });
  vi.advanceTimersByTime(2);
  m.set({ level: 3 });
  m.send("now");
  vi.advanceTimersByTime(18);
  front.current.take();
  m.set({ level: 4 });
  expect(front.current.take()).toEqual([update({ level: 4 })]);
});

test("hold sends one message", () => {
  const m = opened();
  m.hold(() => {
    m.set({ level: 5 });
    m.hold(() => m.set({ level: 6 }));
    m.set({ name: "h" });
    expect(front.current.take()).toEqual([]);
  });
  expect(front.current.take()).toEqual([update({ level: 6, name: "h" })]);
  expect(() =>
    m.hold(() => {
      m.set({ level: 9 });
      throw new Error("inside");
    }),
  ).toThrow("inside");
  vi.advanceTimersByTime(17);
  expect(front.current.take()).toEqual([update({ level: 9 })]);
});

test("a view's change is echoed first, applied, and not sent back", () => {
  const m = opened();
  const seen: unknown[] = [];
  m.on("change", "level", (change) => seen.push(change, front.current.take()));
  front.current.say(m.id, update({ level: 4, unheard: 1 }));
  expect(seen).toEqual([{ key: "level", value: 4, before: 1, fromView: true }, [echo({ level: 4 })]]);
  vi.advanceTimersByTime(100);
  expect(front.current.take()).toEqual([]);
  expect(m.get("level")).toBe(4);
});

test("a value that a handler corrects is sent", () => {
  const m = opened();
  m.on("change", "level", ({ value, fromView }) => fromView && m.set({ level: Math.min(value, 10) }));
  front.current.say(m.id, update({ level: 99 }));
  expect(front.current.take()).toEqual([echo({ level: 99 }), update({ level: 10 })]);
});

test("a view's change overtakes one that still waits", () => {
  const m = opened();
  m.set({ level: 2 });
  m.set({ level: 3 });
  front.current.say(m.id, update({ level: 8 }));
  vi.advanceTimersByTime(100);
  expect(front.current.take()).toEqual([update({ level: 2 }), echo({ level: 8 })]);
  expect(m.get("level")).toBe(8);
});

test("binary parts from a view arrive, and are echoed unless asked not to", () => {
  const m = opened();
  const part = new Uint8Array([1, 2]);
  front.current.say(m.id, update({}, [["data"]]), [part]);
  expect(m.get("data")).toEqual(part);
  expect(front.current.sent[0]!.buffers).toEqual([part]);
  expect(front.current.take()).toEqual([echo({}, [["data"]])]);
  const quiet = opened({}, ["data"]);
  front.current.say(quiet.id, update({ level: 2 }, [["data"]]), [part]);
  expect(quiet.get("data")).toEqual(part);
  expect(front.current.take()).toEqual([echo({ level: 2 })]);
});

test("request_state gives everything, what waited included", () => {
  const m = opened();
  m.set({ level: 2 });
  m.set({ level: 3 });
  front.current.take();
  front.current.say(m.id, { method: "request_state" });
  const [answer] = front.current.take();
  expect(answer).toMatchObject({
    method: "update",
    buffer_paths: [["data"]],
    state: { level: 3, _model_name: "M" },
  });
  vi.advanceTimersByTime(100);
  expect(front.current.take()).toEqual([]);
});

test("messages from a view, and an undo", () => {
  const m = opened();
  const seen: unknown[] = [];
  const undo = m.onMessage((content, buffers) => seen.push(content, buffers));
  front.current.say(m.id, { method: "custom", content: { a: 1 } }, [new Uint8Array([1])]);
  undo();
  front.current.say(m.id, { method: "custom", content: { a: 2 } });
  expect(seen).toEqual([{ a: 1 }, [new Uint8Array([1])]]);
});

test("change handlers: several keys, both sides, undo", () => {
  const m = opened();
  const seen: unknown[] = [];
  const undo = m.on("change", ["level", "name"], ({ key, value, fromView }) =>
    seen.push([key, value, fromView]),
  );
  m.set({ level: 2, range: [5] });
  front.current.say(m.id, update({ name: "z" }));
  undo();
  m.set({ level: 3 });
  expect(seen).toEqual([
    ["level", 2, false],
    ["name", "z", true],
  ]);
});

test("a handler that throws doesn't keep the others from hearing", () => {
  const m = opened();
  const seen: number[] = [];
  m.on("change", "level", () => {
    throw new Error("mine");
  });
  m.on("change", "level", ({ value }) => seen.push(value));
  expect(() => m.set({ level: 2 })).toThrow("mine");
  expect(seen).toEqual([2]);
  expect(front.current.take()).toEqual([update({ level: 2 })]);
});

test("close sends what waits, once, and nothing after", () => {
  const m = opened();
  m.set({ level: 2 });
  m.set({ level: 3 });
  m.close();
  m.close();
  m.set({ level: 4 });
  m.send("late");
  vi.advanceTimersByTime(100);
  expect(front.current.take()).toEqual([update({ level: 2 }), update({ level: 3 }), { type: "comm_close" }]);
  expect(m.get("level")).toBe(4);
});
