import type { Kind } from "./kind.js";

/** A time of day as a clock shows it. */
export interface ClockTime {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly milliseconds: number;
}

interface WireDate {
  readonly year: number;
  /** From 0, as in JavaScript. */
  readonly month: number;
  readonly date: number;
}

type WireDatetime = WireDate & ClockTime;

/** A calendar day: a `Date` at midnight UTC, as `new Date("2026-11-24")` makes it. */
export function day(): Kind<Date> {
  return {
    ...aDate("a Date at midnight UTC, or a text such as 2026-11-24"),
    is: (value) => isDate(value) && value.getTime() % 86_400_000 === 0,
    toWire: (value) => ({
      year: value.getUTCFullYear(),
      month: value.getUTCMonth(),
      date: value.getUTCDate(),
    }),
    fromWire: (value) => {
      const { year, month, date } = value as WireDate;
      return utc(year, month, date);
    },
  };
}

/** A moment, the same all over the world. */
export function moment(): Kind<Date> {
  return {
    ...aDate("a Date, or a text such as 2026-11-24T09:30Z"),
    toWire: (value) => ({
      year: value.getUTCFullYear(),
      month: value.getUTCMonth(),
      date: value.getUTCDate(),
      hours: value.getUTCHours(),
      minutes: value.getUTCMinutes(),
      seconds: value.getUTCSeconds(),
      milliseconds: value.getUTCMilliseconds(),
    }),
    fromWire: (value) => {
      const { year, month, date, hours, minutes, seconds, milliseconds } = value as WireDatetime;
      return utc(year, month, date, hours, minutes, seconds, milliseconds);
    },
  };
}

/** What calendar and clock show, wherever that is: a `Date` read in the kernel's own time zone. */
export function localTime(): Kind<Date> {
  return {
    ...aDate("a Date, or a text such as 2026-11-24T09:30"),
    toWire: (value) => ({
      year: value.getFullYear(),
      month: value.getMonth(),
      date: value.getDate(),
      hours: value.getHours(),
      minutes: value.getMinutes(),
      seconds: value.getSeconds(),
      milliseconds: value.getMilliseconds(),
    }),
    fromWire: (value) => {
      const { year, month, date, hours, minutes, seconds, milliseconds } = value as WireDatetime;
      const made = new Date(2000, month, date, hours, minutes, seconds, milliseconds);
      made.setFullYear(year, month, date);
      return made;
    },
  };
}

/** A time of day; `09:30` and `09:30:15.250` are read as one. */
export function clockTime(): Kind<ClockTime> {
  return {
    wanted: "a time of day: { hours, minutes, seconds, milliseconds } or a text such as 09:30",
    initial: () => ({ hours: 0, minutes: 0, seconds: 0, milliseconds: 0 }),
    is: isClockTime,
    convert: (value) => {
      if (typeof value === "string") return clockTimeFrom(value);
      const partly = typeof value === "object" && value !== null && "hours" in value;
      return partly ? { minutes: 0, seconds: 0, milliseconds: 0, ...value } : value;
    },
  };
}

function aDate(wanted: string): Omit<Kind<Date>, "toWire" | "fromWire"> {
  return {
    wanted,
    initial: () => new Date(0),
    is: isDate,
    convert: (value) => (typeof value === "string" ? new Date(value) : value),
  };
}

function isDate(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}

/** `Date.UTC` takes the years before 100 for years of the twentieth century. */
function utc(year: number, month: number, date: number, ...clock: readonly number[]): Date {
  const [hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = clock;
  const made = new Date(Date.UTC(2000, 0, 1, hours, minutes, seconds, milliseconds));
  made.setUTCFullYear(year, month, date);
  return made;
}

function isClockTime(value: unknown): boolean {
  const { hours, minutes, seconds, milliseconds } = (value ?? {}) as Partial<ClockTime>;
  const within = (one: unknown, most: number): boolean =>
    Number.isInteger(one) && (one as number) >= 0 && (one as number) <= most;
  return within(hours, 23) && within(minutes, 59) && within(seconds, 59) && within(milliseconds, 999);
}

function clockTimeFrom(written: string): ClockTime | string {
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/.exec(written);
  if (parts === null) return written;
  const [, hours, minutes, seconds = "0", fraction = "0"] = parts;
  return {
    hours: Number(hours),
    minutes: Number(minutes),
    seconds: Number(seconds),
    milliseconds: Number(fraction.padEnd(3, "0")),
  };
}
