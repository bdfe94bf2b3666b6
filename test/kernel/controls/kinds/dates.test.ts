import { afterEach, beforeEach, expect, test } from "vitest";
import { clockTime, day, localTime, moment } from "../../../../kernel/src/controls/kinds/dates.js";
import {
  DatePicker,
  DatetimePicker,
  NaiveDatetimePicker,
  TimePicker,
} from "../../../../kernel/src/controls/index.js";
import { update } from "../models.js";
import { useRecorder } from "../recorder.js";

const front = useRecorder();
const zone = process.env["TZ"];
beforeEach(() => void (process.env["TZ"] = "America/New_York"));
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

const clock = { hours: 23, minutes: 30, seconds: 15, milliseconds: 250 };

test("a day keeps its date in every time zone", () => {
  const picker = new DatePicker({ value: "2026-11-24" });
  expect(picker.wireState()["value"]).toEqual({ year: 2026, month: 10, date: 24 });
  front.current.say(picker.id, update({ value: { year: 99, month: 0, date: 31 } }));
  expect(picker.value).toEqual(new Date("0099-01-31"));
  expect(() => (picker.value = new Date("2026-11-24T09:30Z"))).toThrow("midnight UTC");
  expect(() => (picker.value = "tomorrow" as never)).toThrow("DatePicker.value: got 'tomorrow'");
  front.current.say(picker.id, update({ value: null }));
  expect(picker.value).toBeNull();
});

test("a moment goes as the clock in Greenwich shows it", () => {
  const picker = new DatetimePicker({ value: new Date("2026-11-24T23:30:15.250Z") });
  const wire = { year: 2026, month: 10, date: 24, ...clock };
  expect(picker.wireState()["value"]).toEqual(wire);
  front.current.say(picker.id, update({ value: { ...wire, year: 20 } }));
  expect(picker.value?.toISOString()).toBe("0020-11-24T23:30:15.250Z");
});

test("a local time goes as the clock on this wall shows it", () => {
  const picker = new NaiveDatetimePicker({ value: new Date(2026, 10, 24, 23, 30, 15, 250) });
  const wire = { year: 2026, month: 10, date: 24, ...clock };
  expect(picker.wireState()["value"]).toEqual(wire);
  front.current.say(picker.id, update({ value: { ...wire, month: 1, date: 28 } }));
  expect(picker.value).toEqual(new Date(2026, 1, 28, 23, 30, 15, 250));
});

test.each([
  ["2026-02-28", day()],
  ["0001-01-01", day()],
  ["2024-02-29T12:00:00.001Z", moment()],
  ["2026-07-01T00:00:00.000Z", localTime()],
  ["2026-12-31T23:59:59.999Z", localTime()],
])("there and back gives %s again", (written, kind) => {
  const date = new Date(written);
  expect(kind.fromWire!(kind.toWire!(date))).toEqual(date);
});

test.each([
  ["23:30:15.250", clock],
  ["9:05", { hours: 9, minutes: 5, seconds: 0, milliseconds: 0 }],
  ["09:05:07.5", { hours: 9, minutes: 5, seconds: 7, milliseconds: 500 }],
  [{ hours: 3 }, { hours: 3, minutes: 0, seconds: 0, milliseconds: 0 }],
])("a time of day is read from %j", (written, read) => {
  expect(new TimePicker({ value: written as never }).value).toEqual(read);
});

test.each(["24:00", "9", "09:60", "noon", { hours: -1 }, { hours: 1.5 }, 7, new Date(0)])(
  "no time of day: %j",
  (written) => expect(() => new TimePicker({ value: written as never })).toThrow("TimePicker.value: got"),
);

test("a time of day on the wire is what it is here", () => {
  expect(clockTime().is(clock)).toBe(true);
  const picker = new TimePicker();
  front.current.say(picker.id, update({ value: clock }));
  expect(picker.value).toEqual(clock);
});
