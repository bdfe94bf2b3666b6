import { expect, test } from "vitest";
import { openModel } from "../../../widgets/src/host/model.js";
import { recordSession } from "./recorder.js";

test("a model is opened under the package's name and version, its arrays as raw bytes", () => {
  const session = recordSession();
  openModel({
    _widget: "histogram",
    text: "t",
    counts: Float64Array.of(1, 2),
    low: 0,
    width: 1,
    label: "l",
    scale: "linear",
    selection: [],
  });
  const [opened] = session.sent;
  expect(opened).toMatchObject({
    type: "comm_open",
    content: {
      target_name: "jupyter.widget",
      data: {
        buffer_paths: [["counts"]],
        state: { _model_module: "@vitrine/widgets", _model_module_version: "0.1.0", _widget: "histogram" },
      },
    },
    metadata: { version: "2.1.0" },
  });
  expect(session.opened().state["counts"]).toEqual(Float64Array.of(1, 2));
  session.undo();
});
