import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dispatchComm, setCellHost } from "../../../../kernel/src/cell/index.js";
import { widgetFace } from "../../../../kernel/src/controls/progress/index.js";
import { recorder, type Recorder } from "../../../support/recorder.js";

let host: Recorder;
let back: () => void;
beforeEach(() => {
  host = recorder();
  back = setCellHost(host);
});
afterEach(() => back());

const half = { text: "align  1/2", part: 0.5, live: true };
const rest = { metadata: {}, buffers: [] };
const opened = (model: string): string =>
  host.sent
    .filter(({ type }) => type === "comm_open")
    .map(({ content }) => content as { comm_id: string; data: { state: Record<string, unknown> } })
    .find(({ data }) => data.state["_model_name"] === model)!.comm_id;

test("without a front end that shows widgets there is none; with one, its button stops the cell", () => {
  const stop = vi.fn();
  expect(widgetFace(stop)).toBeUndefined();
  dispatchComm("comm_open", { comm_id: "c", target_name: "jupyter.widget.control" }, rest);
  const view = widgetFace(stop)!;
  expect(view.move(half)).toBe(false);
  expect(view.open(half)).toEqual({
    "application/vnd.jupyter.widget-view+json": {
      version_major: 2,
      version_minor: 0,
      model_id: opened("HBoxModel"),
    },
  });
  expect(view.move({ ...half, text: "align  2/2", part: 1 })).toBe(true);
  dispatchComm(
    "comm_msg",
    { comm_id: opened("ButtonModel"), data: { method: "custom", content: { event: "click" } } },
    rest,
  );
  expect(stop).toHaveBeenCalledOnce();
  view.close();
  const closed = host.sent
    .filter(({ type }) => type === "comm_close")
    .map(({ content }) => content["comm_id"]);
  for (const model of ["HBoxModel", "ButtonModel", "LabelModel", "FloatProgressModel"])
    expect(closed).toContain(opened(model));
});
