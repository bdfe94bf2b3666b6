import { describe, expect, test } from "vitest";
import {
  Accordion,
  Combobox,
  FloatsInput,
  IntsInput,
  Layout,
  Stack,
  Tab,
  TagsInput,
  Text,
} from "../../../../kernel/src/controls/index.js";
import { bordersInAccord } from "../../../../kernel/src/controls/settle/borders.js";
import { pagesInAccord } from "../../../../kernel/src/controls/settle/pages.js";
import { allowedTags } from "../../../../kernel/src/controls/settle/tags.js";
import { update } from "../models.js";
import { useRecorder } from "../recorder.js";

const front = useRecorder();

describe.each([
  ["Accordion", Accordion],
  ["Stack", Stack],
])("%s", (name, Class) => {
  test("has a title for each page, and no page selected unless told", () => {
    const [a, b] = [new Text(), new Text()];
    const pages = new Class({ children: [a], titles: ["one"] });
    pages.children = [a, b];
    expect([pages.titles, pages.selectedIndex]).toEqual([["one", ""], null]);
    pages.selectedIndex = 1;
    pages.children = [a];
    expect(pages.selectedIndex).toBeNull();
  });

  test("selects only pages that are there", () => {
    const pages = new Class({ children: [new Text(), new Text()] });
    expect(() => (pages.selectedIndex = 2)).toThrow(
      `${name}.selectedIndex: got 2, wanted null or a page from 0 to 1`,
    );
    expect(() => new Class({ selectedIndex: 0 })).toThrow("as there are no children");
  });
});

test("of tabs one is always selected, unless none is asked for", () => {
  const [a, b] = [new Text(), new Text()];
  const tab = new Tab({ children: [a, b] });
  expect(tab.selectedIndex).toBe(0);
  tab.selectedIndex = 1;
  tab.children = [a];
  expect(tab.selectedIndex).toBe(0);
  tab.selectedIndex = null;
  expect(tab.selectedIndex).toBeNull();
  tab.children = [];
  expect(tab.selectedIndex).toBeNull();
});

test("titles stay when only the pages change", () => {
  const change = { children: [] };
  const state = { children: [], titles: ["a", "b"], selectedIndex: null };
  expect(pagesInAccord(change, state, "Tab")).toEqual(change);
});

test("only allowed tags get in", () => {
  const tags = new TagsInput({ allowedTags: ["C1", "D7"], value: ["C1"] });
  expect(() => (tags.value = ["C1", "C2"])).toThrow(
    `TagsInput.value: got 'C2', wanted tags out of "C1", "D7"`,
  );
  expect(() => (tags.allowedTags = ["D7"])).toThrow("got 'C1'");
  tags.allowedTags = [];
  tags.value = ["any"];
  expect(tags.value).toEqual(["any"]);
  expect(allowedTags({ value: [1] }, { value: [], allowedTags: [] }, "x")).toEqual({ value: [1] });
});

test("numbers are allowed between their bounds", () => {
  const numbers = new FloatsInput({ min: 0, value: [0, 2.5] });
  expect(() => (numbers.value = [-0.1])).toThrow(
    "FloatsInput.value: got -0.1, wanted numbers from 0 to Infinity",
  );
  expect(() => (numbers.max = 2)).toThrow("got 2.5");
  expect(() => new IntsInput({ allowedTags: [1, 2], value: [3] })).toThrow("IntsInput.value: got 3");
});

test("a field with proposals takes any text unless it is told not to", () => {
  const field = new Combobox({ options: ["a", "b"], value: "c" });
  expect(() => (field.ensureOption = true)).toThrow(
    `Combobox.value: got 'c', wanted one of the options: "a", "b"`,
  );
  field.value = "";
  field.ensureOption = true;
  field.value = "b";
  expect(field.value).toBe("b");
});

test("border stands for four sides and isn't sent itself", () => {
  const layout = new Layout({ border: "1px solid" });
  expect(layout.wireState()).toMatchObject({ border_top: "1px solid", border_left: "1px solid" });
  expect(layout.wireState()).not.toHaveProperty("border");
  front.current.take();
  layout.borderTop = "none";
  expect(layout.border).toBeNull();
  expect(front.current.take()).toEqual([update({ border_top: "none" })]);
  const sides = { borderTop: "a", borderRight: "a", borderBottom: "a", borderLeft: "b" };
  expect(bordersInAccord({ borderLeft: "a" }, { border: null, ...sides })).toEqual({
    borderLeft: "a",
    border: "a",
  });
});
