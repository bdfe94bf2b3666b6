import { expect, expectTypeOf, test } from "vitest";
import { anywidget } from "../../../../kernel/src/controls/index.js";
import { echo, update } from "../models.js";
import { useRecorder } from "../recorder.js";

const front = useRecorder();
const esm = "export default { render() {} }";

test("opens with its module, style and state, under the names of anywidget", () => {
  anywidget({ esm, css: "b {}", state: { count: 1, data: new Uint8Array([7]) } });
  const [{ data }] = front.current.sent.map(({ content }) => content) as [{ data: Record<string, unknown> }];
  expect(data).toMatchObject({
    state: {
      _model_module: "anywidget",
      _model_module_version: "*",
      _model_name: "AnyModel",
      _view_module: "anywidget",
      _view_name: "AnyView",
      _esm: esm,
      _css: "b {}",
      count: 1,
    },
    buffer_paths: [["data"]],
  });
});

test("an address stands for the module", () => {
  anywidget({ esm: new URL("https://example.org/counter.js"), state: {} });
  expect(front.current.sent[0]!.content["data"]).toMatchObject({
    state: { _esm: "https://example.org/counter.js", _css: "" },
  });
});

test("its state is there as properties, and follows the view", () => {
  const counter = anywidget({ esm, state: { count: 1 } });
  front.current.take();
  counter.count = 2;
  expect(front.current.take()).toEqual([update({ count: 2 })]);
  const seen: number[] = [];
  counter.on("change", "count", ({ value }) => seen.push(value));
  front.current.say(counter.id, update({ count: 5 }));
  expect([counter.count, seen]).toEqual([5, [5]]);
  expect(front.current.take()).toEqual([echo({ count: 5 })]);
  expectTypeOf(counter.count).toBeNumber();
});

test("its line of text leaves the module out", () => {
  const counter = anywidget({ esm, state: { count: 1 } });
  expect(String(counter)).toBe("anywidget(count=1)");
});

test.each(["set", "on", "id", "close", "_esm", "toString"])("a key %j is refused", (key) => {
  expect(() => anywidget({ esm, state: { [key]: 1 } })).toThrow(/anywidget: a key of state: got/);
  expect(front.current.sent).toEqual([]);
});
