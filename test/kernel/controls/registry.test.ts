import { expect, test, vi } from "vitest";
import { dispatchComm } from "../../../kernel/src/cell/index.js";
import { IntSlider } from "../../../kernel/src/controls/index.js";
import {
  closeAll,
  isModel,
  isOpen,
  isReferredTo,
  packReferences,
  unpackReferences,
} from "../../../kernel/src/controls/registry.js";
import { echo, model, openedOn, update } from "./models.js";
import { useRecorder } from "./recorder.js";

const front = useRecorder();
const opened = openedOn(front);

test("references to models go as ids and come back as models", () => {
  const child = opened();
  const parent = model({ other: [child, { deep: child }] });
  const word = `IPY_MODEL_${child.id}`;
  expect(front.current.take()[0]).toMatchObject({ state: { other: [word, { deep: word }] } });
  front.current.say(parent.id, update({ other: { now: word, gone: "IPY_MODEL_x" } }));
  expect(front.current.take()).toEqual([echo({ other: { now: word, gone: "IPY_MODEL_x" } })]);
  expect(parent.get("other")).toEqual({ now: child, gone: "IPY_MODEL_x" });
});

test("a reloaded front end gets all states in one answer", () => {
  const a = opened({ level: 10 });
  const b = opened({ level: 20, data: new Uint8Array([9]) });
  dispatchComm(
    "comm_open",
    { comm_id: "control", target_name: "jupyter.widget.control", data: {} },
    { metadata: {}, buffers: [] },
  );
  front.current.say("control", { method: "request_states" });
  const [{ content, buffers }] = front.current.sent as unknown as [
    { content: Record<string, unknown>; buffers: unknown },
  ];
  const shape = { model_name: "M", model_module: "m", model_module_version: "1.2.3" };
  expect(content).toMatchObject({
    comm_id: "control",
    data: {
      method: "update_states",
      states: { [a.id]: { ...shape, state: { level: 10 } }, [b.id]: { ...shape, state: { level: 20 } } },
      buffer_paths: [
        [a.id, "state", "data"],
        [b.id, "state", "data"],
      ],
    },
  });
  expect(buffers).toEqual([new Uint8Array([7, 8]), new Uint8Array([9])]);
});

test("a comm closed by the front end is not spoken to again; closeAll closes the rest", () => {
  const a = opened();
  opened();
  dispatchComm("comm_close", { comm_id: a.id, data: {} }, { metadata: {}, buffers: [] });
  a.set({ level: 5 });
  closeAll();
  closeAll();
  expect(front.current.take()).toEqual([{ type: "comm_close" }]);
});

test("packing leaves bytes and dates as they are", () => {
  const open = opened();
  const state = { a: [open, new Uint8Array(2)], b: { when: new Date(0) }, c: null, d: "IPY_MODEL_" };
  const packed = packReferences(state);
  expect(packed).toEqual({ ...state, a: [`IPY_MODEL_${open.id}`, new Uint8Array(2)] });
  expect(unpackReferences(packed)).toEqual(state);
});

test("a closed model is still told as a reference, so that a reload gets all the others", () => {
  const [parent, child] = [opened({ other: null }), opened()];
  parent.set({ other: [child] });
  child.close();
  expect([isModel(child), isOpen(child), isModel({ id: parent.id })]).toEqual([true, false, false]);
  expect(parent.wireState()["other"]).toEqual([`IPY_MODEL_${child.id}`]);
  expect(() => JSON.stringify(parent.wireState())).not.toThrow();
});

test("a model refers to those that are its values or stand in its lists", () => {
  const [other, parent] = [opened(), opened()];
  expect([parent.refersTo(other), isReferredTo(other)]).toEqual([false, false]);
  for (const value of [other, [1, other]]) {
    parent.set({ other: value });
    expect([parent.refersTo(other), isReferredTo(other)]).toEqual([true, true]);
  }
  parent.close();
  expect(isReferredTo(other)).toBe(false);
});

test.each(["one by one", "all at once"])("300 controls with layout and style close in no time, %s", (how) => {
  vi.useRealTimers();
  const all = Array.from({ length: 300 }, () => new IntSlider());
  const startMs = performance.now();
  if (how === "all at once") closeAll();
  else for (const one of all) one.close();
  expect(performance.now() - startMs).toBeLessThan(2000);
  expect(front.current.sent.filter(({ type }) => type === "comm_close")).toHaveLength(900);
});
