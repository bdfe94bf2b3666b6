import { expect, test, vi } from "vitest";
import { viewModel } from "../../../widgets/src/labextension/view-model.js";

test("hands everything to the model; listeners belong to their owner", () => {
  const model = {
    get: vi.fn(() => 7),
    set: vi.fn(),
    save_changes: vi.fn(),
    on: vi.fn(),
    off: vi.fn(),
    send: vi.fn(),
  };
  const owner = {};
  const seen = viewModel(model as never, owner);
  const heard = (): void => {};
  expect(seen.get("level")).toBe(7);
  seen.set("level", 8);
  seen.save_changes();
  seen.on("change:level", heard);
  seen.off("change:level", heard);
  seen.send({ want: "tile" });
  expect(model.get).toHaveBeenCalledWith("level");
  expect(model.set).toHaveBeenCalledWith("level", 8);
  expect(model.save_changes).toHaveBeenCalledOnce();
  expect(model.on).toHaveBeenCalledWith("change:level", heard, owner);
  expect(model.off).toHaveBeenCalledWith("change:level", heard, owner);
  expect(model.send).toHaveBeenCalledWith({ want: "tile" }, {});
});
