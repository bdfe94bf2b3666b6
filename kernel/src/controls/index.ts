export { anywidget } from "./anywidget/index.js";
export type { AnyWidget, AnyWidgetOptions } from "./anywidget/index.js";
export { Control } from "./control.js";
export type { ControlClass, ControlOptions } from "./control.js";
export { Button, Combobox, Password, Text } from "./events/index.js";
export {
  Accordion,
  BoundedFloatText,
  BoundedIntText,
  Box,
  ButtonStyle,
  Checkbox,
  CheckboxStyle,
  ColorPicker,
  ColorsInput,
  Controller,
  ControllerAxis,
  ControllerButton,
  DatePicker,
  DatetimePicker,
  DescriptionStyle,
  DirectionalLink,
  DOMWidget,
  FileUpload,
  FloatLogSlider,
  FloatProgress,
  FloatRangeSlider,
  FloatsInput,
  FloatSlider,
  FloatText,
  GridBox,
  HBox,
  HTML,
  HTMLMath,
  HTMLMathStyle,
  HTMLStyle,
  IntProgress,
  IntRangeSlider,
  IntsInput,
  IntSlider,
  IntText,
  Label,
  LabelStyle,
  Layout,
  Link,
  NaiveDatetimePicker,
  Play,
  ProgressStyle,
  SliderStyle,
  Stack,
  Tab,
  TagsInput,
  Textarea,
  TextStyle,
  TimePicker,
  ToggleButton,
  ToggleButtonsStyle,
  ToggleButtonStyle,
  Valid,
  VBox,
} from "./generated/index.js";
export { fixed, interact, interactive, interactiveOutput, interactManual } from "./interact/index.js";
export type {
  Abbreviation,
  Abbreviations,
  ControlsOf,
  Interactive,
  ValueControl,
  ValuesOf,
} from "./interact/index.js";
export type { ClockTime, UploadedFile } from "./kinds/index.js";
export { dlink, jsdlink, jslink, link } from "./link/index.js";
export type { End, LinkOptions } from "./link/index.js";
export { Audio, Image, Video } from "./media/index.js";
export { Output } from "./output/index.js";
export type { OutputRecord } from "./output/index.js";
export { closeAll } from "./registry.js";
export type { Registered as Widget } from "./registry.js";
export {
  Dropdown,
  RadioButtons,
  Select,
  SelectionRangeSlider,
  SelectionSlider,
  SelectMultiple,
  ToggleButtons,
} from "./selection/index.js";
export type { Options } from "./selection/index.js";
export { appLayout, gridspecLayout, twoByTwoLayout } from "./templates/index.js";
export type {
  AppLayoutOptions,
  GridOptions,
  GridspecOptions,
  Place,
  Placeable,
  Span,
  TwoByTwoOptions,
} from "./templates/index.js";
export { WidgetModel } from "./widget-model.js";
export type { Change } from "./widget-model.js";
export type { WidgetModelOptions } from "./widget-options.js";
