import { expect, test } from "vitest";
import { cell } from "../../../../kernel/src/cell/index.js";
import { captureInto } from "../../../../kernel/src/controls/output/capture.js";
import { OutputLog } from "../../../../kernel/src/controls/output/log.js";
import { failed, print, settle, sleep, stream, useCaptureHost } from "../capture-host.js";

const host = useCaptureHost();

test("what is printed goes into the log, the value comes back, and the signal is the controller's", () => {
  const log = new OutputLog();
  const controller = new AbortController();
  const given = captureInto(log, controller, () => {
    print("a");
    return cell.signal;
  });
  expect(given).toBe(controller.signal);
  expect(log.records).toEqual([stream("a")]);
});

test.each([
  ["thrown", (): never => fail()],
  ["rejected", async (): Promise<never> => fail(await sleep(10))],
])(
  "an error that is %s goes into the log and on to the caller; the cell waits for it",
  async (_how, work) => {
    const log = new OutputLog();
    const caught = (async (): Promise<unknown> => captureInto(log, new AbortController(), work))().catch(
      (error: unknown) => error,
    );
    await settle();
    expect(await caught).toEqual(new RangeError("no"));
    await Promise.all(host.current.waited);
    expect(log.records).toEqual([failed("RangeError", "no")]);
  },
);

function fail(_after?: void): never {
  throw new RangeError("no");
}
