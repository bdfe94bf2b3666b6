import { expect, test } from "vitest";
import { pictureSource, stillText } from "../../../widgets/src/labextension/still.js";
import { viewMime } from "../../../widgets/src/protocol/index.js";

test("SVG comes before PNG, and both as pictures only", () => {
  expect(pictureSource({ "image/png": "iVBO\nRw0=", "image/svg+xml": "<svg onload='x'/>" })).toBe(
    "data:image/svg+xml;charset=utf-8,%3Csvg%20onload%3D'x'%2F%3E",
  );
  expect(pictureSource({ "image/png": ["iVBO\n", "Rw0=\n"] })).toBe("data:image/png;base64,iVBORw0=");
  expect(pictureSource({ "text/plain": "x" })).toBeUndefined();
});

test("words come from the figure, else from the plain text", () => {
  expect(stillText({ [viewMime]: { text: "FSC 0.143 at 3.4 Å" }, "text/plain": "x" })).toBe(
    "FSC 0.143 at 3.4 Å",
  );
  expect(stillText({ [viewMime]: { text: 7 }, "text/plain": ["a", "b"] })).toBe("ab");
  expect(stillText({})).toBe("");
});
