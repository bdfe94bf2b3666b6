import { expect, expectTypeOf, test } from "vitest";
import { displaySymbol } from "../../../../kernel/src/cell/index.js";
import {
  FloatSlider,
  IntSlider,
  fixed,
  interact,
  interactManual,
  interactive,
  interactiveOutput,
  type Interactive,
} from "../../../../kernel/src/controls/index.js";
import { inCell, move, settle, shown, useCaptureHost } from "../capture-host.js";

const host = useCaptureHost();

test("interact shows itself at once, and is nothing more as the value of the cell; interactive waits", () => {
  const shownNow = interact(() => {}, { x: 1 });
  const displayed = host.current.sent.filter(({ type }) => type === "display_data");
  const form = { "text/plain": String(shownNow.box), ...shownNow.box.view() };
  expect(displayed.map(({ content }) => content["data"])).toEqual([form]);
  expect(shownNow[displaySymbol]()).toEqual({});
  host.current.sent.length = 0;
  const waiting = interactive(() => {}, { x: 1 });
  expect(host.current.sent.filter(({ type }) => type === "display_data")).toEqual([]);
  expect(waiting[displaySymbol]()).toMatchObject(waiting.box.view());
});

test("interactManual runs at its button alone", async () => {
  const made = interactManual(({ x }) => x, { x: 1 });
  move(host.current, made.controls.x, 2);
  await settle();
  expect(made.output.outputs).toEqual([]);
  const button = made.box.children[1]!;
  inCell(() => host.current.say(button.id, { method: "custom", content: { event: "click" } }));
  await settle();
  expect(made.output.outputs).toEqual([shown("2")]);
});

test("interactiveOutput takes widgets that are laid out elsewhere", async () => {
  const [a, b] = [new IntSlider({ value: 2 }), new FloatSlider({ value: 0.5 })];
  const output = interactiveOutput(({ a, b }) => a * b, { a, b });
  await settle();
  expect(output.outputs).toEqual([shown("1")]);
  move(host.current, a, 8);
  await settle();
  expect(output.outputs).toEqual([shown("4")]);
});

test("the function's parameters have the types of the controls", () => {
  const check = (): void => {
    interact(
      (values) => {
        expectTypeOf(values).toEqualTypeOf<{
          x: number;
          y: number;
          on: boolean;
          name: string;
          choice: "a" | "b";
          pair: 1 | "two";
          box: 8 | 16;
          size: number;
          when: Date | null;
          still: readonly ["a", 1];
        }>();
      },
      {
        x: 10,
        y: [0, 1, 0.1],
        on: true,
        name: "text",
        choice: ["a", "b"],
        pair: [
          ["one", 1],
          ["two", "two"],
        ],
        box: { small: 8, large: 16 },
        size: new IntSlider(),
        when: new Date(),
        still: fixed(["a", 1] as const),
      },
    );
    // @ts-expect-error a symbol stands for no control
    interact(() => {}, { x: Symbol("x") });
    const made = interactive(() => {}, { x: 1, on: false });
    expectTypeOf(made.controls.x.value).toEqualTypeOf<number>();
    expectTypeOf(made.controls.on.value).toEqualTypeOf<boolean>();
    expectTypeOf(made).toExtend<Interactive<{ readonly x: 1; readonly on: false }>>();
  };
  expect(check).toBeTypeOf("function");
});
