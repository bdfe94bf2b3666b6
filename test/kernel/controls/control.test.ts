import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { formatValue } from "../../../kernel/src/cell/index.js";
import {
  Box,
  Button,
  HBox,
  IntSlider,
  Layout,
  Link,
  SliderStyle,
  Tab,
  Text,
  TimePicker,
} from "../../../kernel/src/controls/index.js";
import { echo, update } from "./models.js";
import { useRecorder } from "./recorder.js";

const front = useRecorder();

/** A slider whose opening messages are not looked at. */
function opened(options: ConstructorParameters<typeof IntSlider>[0] = {}): InstanceType<typeof IntSlider> {
  const slider = new IntSlider(options);
  front.current.take();
  return slider;
}

test("properties are in camel case here and in snake case on the wire", () => {
  const slider = opened({ readoutFormat: ".1f", continuousUpdate: false });
  expect(slider.wireState()).toMatchObject({ readout_format: ".1f", continuous_update: false });
  slider.readoutFormat = "d";
  expect(front.current.take()).toEqual([update({ readout_format: "d" })]);
  front.current.say(slider.id, update({ continuous_update: true, readoutFormat: "x", _view_name: "x" }));
  expect(slider.continuousUpdate).toBe(true);
  expect(slider.readoutFormat).toBe("d");
  expect(front.current.take()).toEqual([echo({ continuous_update: true })]);
});

test("a handler hears of a property by its name, with value and value before", () => {
  const slider = opened({ value: 3, max: 10 });
  const seen: unknown[] = [];
  const undo = slider.on("change", "value", (change) => seen.push(change));
  slider.value = 5;
  front.current.say(slider.id, update({ value: 7 }));
  undo();
  slider.value = 1;
  expect(seen).toEqual([
    { key: "value", value: 5, before: 3, fromView: false },
    { key: "value", value: 7, before: 5, fromView: true },
  ]);
});

test("layout and style may be records, and are opened before the control that has them", () => {
  const slider = new IntSlider({ layout: { width: "50%" }, style: { handleColor: "red" } });
  const names = front.current.take().map((data) => (data["state"] as Record<string, unknown>)["_model_name"]);
  expect(names.sort()).toEqual(["IntSliderModel", "LayoutModel", "SliderStyleModel"]);
  expect([slider.layout.width, slider.style.handleColor]).toEqual(["50%", "red"]);
  slider.layout.width = "20%";
  expect(front.current.take()).toEqual([update({ width: "20%" })]);
});

test("layouts and styles made for a control are closed with it, shared and given ones stay", () => {
  const given = new SliderStyle();
  const a = opened({ style: given });
  const b = opened({ layout: a.layout });
  const closed = (): string[] =>
    front.current.sent.splice(0).map(({ type, content }) => `${type} ${String(content["comm_id"])}`);
  front.current.take();
  a.close();
  expect(closed()).toEqual([`comm_close ${a.id}`]);
  const [layout, style] = [b.layout.id, b.style.id];
  b.close();
  expect(closed().sort()).toEqual([b.id, layout, style].map((id) => `comm_close ${id}`).sort());
});

test("a value that a view sends too far out comes back corrected, also where it changes nothing here", () => {
  const slider = opened({ value: 10, max: 10 });
  front.current.say(slider.id, update({ value: 99 }));
  expect(front.current.take()).toEqual([echo({ value: 99 }), update({ value: 10 })]);
  vi.advanceTimersByTime(100);
  expect(front.current.take()).toEqual([]);
});

test("a value of another kind from a view is refused, and what stands goes back", () => {
  const slider = opened({ value: 3 });
  expect(() => front.current.say(slider.id, update({ value: "x" }))).toThrow(
    "IntSlider.value: got 'x', wanted a whole number",
  );
  expect(front.current.take()).toEqual([echo({ value: "x" }), update({ value: 3 })]);
});

test("an unknown key is refused with the keys there are", () => {
  expect(() => new IntSlider({ vaule: 3 } as object)).toThrow(
    /IntSlider: got 'vaule', wanted one of its keys: .*value/,
  );
  expect(() => opened().set({ max: "5" as never })).toThrow("IntSlider.max: got '5', wanted a whole number");
});

test("options that are undefined have their default", () => {
  expect(new IntSlider({ value: undefined, max: 7 }).value).toBe(0);
});

test("JUPYTER_WIDGETS_ECHO=0 switches the echo off", () => {
  vi.stubEnv("JUPYTER_WIDGETS_ECHO", "0");
  const slider = opened();
  front.current.say(slider.id, update({ value: 7 }));
  vi.unstubAllEnvs();
  expect(front.current.take()).toEqual([]);
  expect(slider.value).toBe(7);
});

test.each([
  [() => new IntSlider({ value: 3, max: 10 }), "IntSlider(value=3, min=0, max=10)"],
  [
    () => new IntSlider({ value: 3, description: "n" }),
    'IntSlider(value=3, min=0, max=100, description="n")',
  ],
  [() => new Text({ value: "a" }), 'Text(value="a")'],
  [() => new TimePicker({ value: "09:30" }), /^TimePicker\(value=\{ hours: 9, minutes: 30/],
  [() => new Button({ description: "go" }), 'Button(description="go")'],
  [() => new HBox({ children: [new Text()] }), 'HBox(children=[Text(value="")])'],
  [() => new Text({ value: "x".repeat(300) }), /^Text\(value="x{97}…$/],
])("as text a control says what it is: case %#", (make, said) => {
  const made = make();
  if (said instanceof RegExp) expect(String(made)).toMatch(said);
  else expect(String(made)).toBe(said);
  expect(inspect(made)).toBe(String(made));
});

test("as the value of a cell a control is its view, with the text beside it; a link is text alone", async () => {
  const slider = opened({ value: 3, max: 10 });
  expect(await formatValue(slider)).toEqual({
    data: {
      "application/vnd.jupyter.widget-view+json": {
        version_major: 2,
        version_minor: 0,
        model_id: slider.id,
      },
      "text/plain": "IntSlider(value=3, min=0, max=10)",
    },
  });
  const link = new Link({ source: [slider, "value"], target: [slider, "max"] });
  expect(Object.keys((await formatValue(link)).data)).toEqual(["text/plain"]);
  expect(link.wireState()["source"]).toEqual([`IPY_MODEL_${slider.id}`, "value"]);
});

test("children are references, and only open widgets can be children", () => {
  const [a, b] = [new Text(), new Text()];
  const box = new Box({ children: [a] });
  box.children = [a, b];
  expect(box.wireState()["children"]).toEqual([`IPY_MODEL_${a.id}`, `IPY_MODEL_${b.id}`]);
  front.current.say(box.id, update({ children: [`IPY_MODEL_${b.id}`] }));
  expect(box.children).toEqual([b]);
  a.close();
  expect(() => (box.children = [a])).toThrow("Box.children");
});

test("the same children again are no change", () => {
  const child = new Text();
  const box = new Box({ children: [child] });
  front.current.take();
  box.children = [child];
  vi.advanceTimersByTime(100);
  expect(front.current.take()).toEqual([]);
});

test("a text that looks like a reference stays text", () => {
  const text = new Text();
  const word = `IPY_MODEL_${text.id}`;
  front.current.say(text.id, update({ value: word }));
  expect(text.value).toBe(word);
});

test("controls are told apart by their class", () => {
  const slider: unknown = new IntSlider();
  expect(slider).toBeInstanceOf(IntSlider);
  expect(slider).not.toBeInstanceOf(Layout);
  expect(IntSlider.name).toBe("IntSlider");
  expect(new Tab()).toBeInstanceOf(Tab);
});

test("a view may give a control another layout, by reference", () => {
  const [slider, layout] = [new IntSlider(), new Layout({ width: "9px" })];
  front.current.say(slider.id, update({ layout: `IPY_MODEL_${layout.id}` }));
  expect(slider.layout).toBe(layout);
  expect(() => front.current.say(slider.id, update({ layout: "IPY_MODEL_gone" }))).toThrow(
    "IntSlider.layout",
  );
});
