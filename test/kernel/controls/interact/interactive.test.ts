import { expect, test } from "vitest";
import { cell } from "../../../../kernel/src/cell/index.js";
import { Dropdown, IntSlider, Text, fixed, interactive } from "../../../../kernel/src/controls/index.js";
import { move, print, settle, shown, sleep, stream, useCaptureHost } from "../capture-host.js";

const host = useCaptureHost();

test("the function runs with the controls' values, now and at each change, its output replaced", async () => {
  const made = interactive(
    ({ x, name }) => {
      print(`${name} ${x}\n`);
      return x * 2;
    },
    { x: 10, name: "n" },
  );
  await settle();
  expect(made.output.outputs).toEqual([stream("n 10\n"), shown("20")]);
  expect(made.result).toBe(20);
  move(host.current, made.controls.x, 12);
  await settle();
  expect(made.output.outputs).toEqual([stream("n 12\n"), shown("24")]);
  made.controls.name.value = "m";
  await settle();
  expect(made.output.outputs).toEqual([stream("m 12\n"), shown("24")]);
});

test("controls are made with the parameters' names, given widgets keep theirs", () => {
  const given = new Text({ description: "title" });
  const unnamed = new Text();
  const made = interactive(() => {}, { x: 10, choice: { a: 1, b: 2 }, given, unnamed, still: fixed(1) });
  expect(made.controls.x).toMatchObject({ description: "x", value: 10, min: -10, max: 30 });
  expect(made.controls.choice).toBeInstanceOf(Dropdown);
  expect([made.controls.given, given.description, unnamed.description]).toEqual([given, "title", "unnamed"]);
  expect(made.controls.still).toBeUndefined();
  expect(made.values()).toMatchObject({ x: 10, choice: 1, still: 1 });
  expect(made.box.children).toHaveLength(5);
});

test("close ends it: own widgets are closed, given ones stay", async () => {
  const given = new IntSlider();
  let runs = 0;
  const made = interactive(() => void runs++, { given, x: 1 });
  await settle();
  host.current.sent.length = 0;
  const { x } = made.controls;
  const { box } = made;
  made.close();
  const closed = host.current.sent.filter(({ type }) => type === "comm_close");
  const ids = closed.map(({ content }) => content["comm_id"]);
  expect(ids).toEqual(expect.arrayContaining([x.id, box.id, made.output.id]));
  expect(ids).not.toContain(given.id);
  given.value = 7;
  await settle();
  expect(runs).toBe(1);
});

test("close stops a run that goes on", async () => {
  const signals: AbortSignal[] = [];
  const made = interactive(
    async () => {
      signals.push(cell.signal);
      await sleep(10_000);
    },
    { x: 1 },
  );
  made.close();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  await settle(20_000);
});
