import { expect, test } from "vitest";
import { classesOf } from "../../../kernel/src/controls/widget-options.js";

const options = { module: "m", moduleVersion: "1.2.3", modelName: "M", viewName: null, state: {} };

test("the view's package is the model's unless another is named", () => {
  expect(classesOf(options)).toEqual({
    _model_module: "m",
    _model_module_version: "1.2.3",
    _model_name: "M",
    _view_module: "m",
    _view_module_version: "1.2.3",
    _view_name: null,
  });
  expect(classesOf({ ...options, viewModule: "v", viewModuleVersion: "2.0.0", viewName: "V" })).toMatchObject(
    {
      _model_module: "m",
      _view_module: "v",
      _view_module_version: "2.0.0",
      _view_name: "V",
    },
  );
});
