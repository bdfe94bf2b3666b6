import { expect, test } from "vitest";
import { cellMetadata, holdsJsx } from "../../../kernel/src/compile/cell-metadata.js";

test.each([
  ["/** @module lengths */\nexport const a = 1;", { module: "lengths" }],
  ["/**\n * What it is.\n * @module lengths\n * @jsx\n */", { module: "lengths", jsx: true }],
  ["/** @jsx h */ <b/>", { jsx: true, jsxFunction: "h" }],
  ["/** @jsx React.createElement */", { jsx: true, jsxFunction: "React.createElement" }],
  ["// first\n/* then */\n  /** @browser */\nalert(1)", { browser: true }],
  ["/** @module a */ /** @jsx */", { module: "a", jsx: true }],
  ["/** @module no name */", {}],
  ["/** @module ../up */", {}],
  ["/* @module plain */", {}],
  ["// @module line", {}],
  ["/**/ /** @module a */", { module: "a" }],
  ["1; /** @module late */", {}],
  ["'/** @module text */'", {}],
  ["/** mail@module.org, @modules */", {}],
  ["", {}],
])("%j", (source, metadata) => {
  expect(cellMetadata(source)).toEqual(metadata);
});

test("a cell holds JSX only where it says so", () => {
  expect(holdsJsx("/** @jsx */ <b/>")).toBe(true);
  expect(holdsJsx("<b/> // @jsx")).toBe(false);
});
