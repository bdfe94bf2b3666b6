import { expect, test } from "vitest";
import {
  Dropdown,
  IntSlider,
  Play,
  Text,
  WidgetModel,
  jsdlink,
  jslink,
} from "../../../../kernel/src/controls/index.js";
import { useRecorder } from "../recorder.js";

const front = useRecorder();

/** State of the one model that was opened since the last look, and what closes it. */
function opened(work: () => () => void): { state: Record<string, unknown>; undo: () => void } {
  front.current.sent.length = 0;
  const undo = work();
  const [{ data }] = front.current.sent.map(({ content }) => content) as [{ data: { state: never } }];
  return { state: data.state, undo };
}

test.each([
  ["LinkModel", jslink],
  ["DirectionalLinkModel", jsdlink],
] as const)("%s names both ends as the browser does, and closes with the undo", (name, make) => {
  const [play, slider] = [new Play(), new IntSlider()];
  const { state, undo } = opened(() => make([play, "value"], [slider, "readoutFormat"]));
  expect(state).toMatchObject({
    _model_name: name,
    source: [`IPY_MODEL_${play.id}`, "value"],
    target: [`IPY_MODEL_${slider.id}`, "readout_format"],
  });
  front.current.sent.length = 0;
  undo();
  expect(front.current.sent.map(({ type }) => type)).toEqual(["comm_close"]);
});

test("a key that is named as on the wire stays so", () => {
  const classes = { module: "m", moduleVersion: "1", modelName: "M", viewName: "V" };
  const own = new WidgetModel({ ...classes, state: { pixelSizeA: 1 } });
  const slider = new IntSlider();
  const { state } = opened(() => jslink([own, "pixelSizeA"], [slider, "value"]));
  expect(state).toMatchObject({ source: [`IPY_MODEL_${own.id}`, "pixelSizeA"] });
});

test("a key that the browser does not have is refused", () => {
  const choice = new Dropdown({ options: ["a", "b"] });
  expect(() => jslink([choice, "value"], [new Text(), "value"])).toThrow(
    /^jslink: got 'value', wanted a key of Dropdown.* \(selections have their index there/,
  );
});
