import { expect, test } from "vitest";
import { cellHost, inSession, setCellHost } from "../../../kernel/src/cell/index.js";
import { recorder } from "../../support/recorder.js";

test("without a session there is no host, and the error says so", () => {
  expect(inSession()).toBe(false);
  expect(() => cellHost()).toThrow("no notebook session: this can only be called from code in a cell");
});

test("a host is there until it is taken back, and the one before it returns", () => {
  const [outer, inner] = [recorder(), recorder()];
  const back = setCellHost(outer);
  const backToOuter = setCellHost(inner);
  expect(cellHost()).toBe(inner);
  backToOuter();
  expect(cellHost()).toBe(outer);
  expect(inSession()).toBe(true);
  back();
  expect(inSession()).toBe(false);
});
