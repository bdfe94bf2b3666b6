/** What the schema does not say of a model, or says in words that are no names in TypeScript. */

/** Names in ipywidgets where they are not the model's without `Model`. */
export const classNames = {
  DatetimeModel: "DatetimePicker",
  NaiveDatetimeModel: "NaiveDatetimePicker",
  TimeModel: "TimePicker",
};

/** Models to which a class written by hand adds methods: it takes the name, and the generated class is its base. */
export const bases = new Set([
  ...["Button", "Text", "Password", "Combobox", "Image", "Audio", "Video", "Output"],
  ...["Dropdown", "Select", "RadioButtons", "ToggleButtons", "SelectionSlider", "SelectMultiple"],
  "SelectionRangeSlider",
]);

const pair = "readonly [number, number]";
const middle = "the middle half";
const words = ["readonly string[]", "list(text())"];
const wholeNumbers = ["readonly number[]", "list(integer(0))"];
const numbers = ["readonly number[]", "list(number(0))"];
const localTime = ["Date | null", "optional(localTime())"];
const end = ["readonly [Registered, string] | readonly []", "end()"];

/** Type, kind and perhaps default of attributes of which the schema says less than is meant, by class and attribute. */
export const attributes = {
  IntRangeSlider: { value: [pair, "pair(integer(0), [0, 1])", middle] },
  FloatRangeSlider: { value: [pair, "pair(number(0), [0, 1])", middle] },
  SelectionRangeSlider: { index: [pair, "pair(integer(0), [0, 0])"] },
  TagsInput: { value: words, allowed_tags: words },
  ColorsInput: { value: words, allowed_tags: words },
  IntsInput: { value: wholeNumbers, allowed_tags: wholeNumbers },
  FloatsInput: { value: numbers, allowed_tags: numbers },
  NaiveDatetimePicker: { value: localTime, min: localTime, max: localTime },
  FileUpload: {
    value: ["readonly UploadedFile[]", "uploads()"],
    description: ["string", 'text("Upload")', '"Upload"'],
  },
  Link: { source: end, target: end },
  DirectionalLink: { source: end, target: end },
};

/** Keys beside those of the schema: a name for several of them. */
export const extras = {
  Layout: [
    {
      key: "border",
      type: "string | null",
      kind: "unsent(optional(text()))",
      help: "All four borders in one CSS attribute. Default: null.",
    },
  ],
};

/** Functions of `settle/` that keep the values of a control in accord, by class. */
export const settlers = {
  ...each("bordersInAccord", ["Layout"]),
  ...each("withinBounds", ["IntSlider", "FloatSlider", "BoundedIntText", "BoundedFloatText"]),
  ...each("withinBounds", ["IntProgress", "FloatProgress", "Play"]),
  ...each("rangeWithinBounds", ["IntRangeSlider", "FloatRangeSlider"]),
  ...each("withinExponents", ["FloatLogSlider"]),
  ...each("dateWithinBounds", ["DatePicker", "DatetimePicker", "NaiveDatetimePicker"]),
  ...each("timeWithinBounds", ["TimePicker"]),
  ...each("eachWithinBounds", ["IntsInput", "FloatsInput"]),
  ...each("allowedTags", ["TagsInput", "ColorsInput"]),
  ...each("oneOfOptions", ["Combobox"]),
  ...each("pagesInAccord", ["Accordion", "Stack"]),
  ...each("tabsInAccord", ["Tab"]),
};

/** Help where the schema has none, by attribute. */
export const helps = {
  layout: "Size, place and spacing.",
  style: "Looks of the control's own parts.",
  allow_duplicates: "Whether a tag may stand in the list twice.",
  allowed_tags: "The only tags that are taken; an empty list allows any.",
  placeholder: "What an empty field shows.",
  format: "How numbers are written, in the words of d3-format.",
  min: "Least value, null for none.",
  max: "Greatest value, null for none.",
  value: "The chosen value, null for none.",
};

/** Functions of `settle/` that say how a new control starts where that hangs on other keys, by class. */
export const starts = { IntRangeSlider: "wholeMiddleHalf", FloatRangeSlider: "middleHalf" };

/** Words that the generated documentation uses in the place of Python's. */
export const wordings = [
  [/\bFalse\b/g, "false"],
  [/\bTrue\b/g, "true"],
  [/\bNone\b/g, "null"],
  [/trait_name/g, "name of its key"],
  [/continuous_update=/g, "continuousUpdate = "],
  [/ as a memory view of bytes/g, " as bytes"],
];

function each(settler, names) {
  return Object.fromEntries(names.map((name) => [name, settler]));
}
