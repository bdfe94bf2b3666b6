import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openModel } from "../../../widgets/src/host/model.js";
import { readRequest, serveRequests, type Answer } from "../../../widgets/src/host/requests.js";
import type { HistogramState } from "../../../widgets/src/protocol/index.js";
import { recordSession, type Recorder } from "./recorder.js";

let session: Recorder;
beforeEach(() => (session = recordSession()));
afterEach(() => session.undo());

const state: HistogramState = {
  _widget: "histogram",
  text: "t",
  counts: new Float64Array(1),
  low: 0,
  width: 1,
  label: "l",
  scale: "linear",
  selection: [],
};

describe("reading a request", () => {
  test.each([
    [{ type: "request", id: 1, what: "image" }],
    [{ type: "request", id: 2, what: "overview", maxSize: 64 }],
    [{ type: "request", id: 3, what: "slice", axis: "y", index: 7 }],
  ])("takes %j", (request) => expect(readRequest(request)).toEqual(request));

  test.each([
    [undefined, -1],
    [null, -1],
    ["request", -1],
    [[], -1],
    [{ type: "request" }, -1],
    [{ type: "request", id: "1", what: "image" }, -1],
    [{ type: "request", id: Number.NaN, what: "image" }, -1],
    [{ type: "other", id: 4, what: "image" }, 4],
    [{ type: "request", id: 4, what: "everything" }, 4],
    [{ type: "request", id: 4, what: "image", maxSize: 0 }, 4],
    [{ type: "request", id: 4, what: "image", maxSize: "big" }, 4],
    [{ type: "request", id: 4, what: "slice", axis: "w", index: 1 }, 4],
    [{ type: "request", id: 4, what: "slice", axis: "z", index: 1.5 }, 4],
    [{ type: "request", id: 4, what: "slice", axis: "z" }, 4],
  ])("refuses %j", (content, id) => {
    expect(readRequest(content)).toMatchObject({ type: "refusal", id });
  });

  test("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.anything(), (content) => {
        expect(["request", "refusal"]).toContain(readRequest(content).type);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe("serving", () => {
  const request = { type: "request", id: 6, what: "image" };
  const serve = (answer: () => Answer | Promise<Answer>): string => {
    const model = openModel(state);
    serveRequests(model, answer);
    return model.id;
  };

  test("an error of the answer becomes a refusal", async () => {
    const sync = serve(() => {
      throw new Error("no such thing");
    });
    expect((await session.ask(sync, request)).content).toEqual({
      type: "refusal",
      id: 6,
      reason: "no such thing",
    });
    const later = serve(() => Promise.reject(new Error("later")));
    expect((await session.ask(later, request)).content["reason"]).toBe("later");
  });

  test("more than one message holds is refused, not sent", async () => {
    const id = serve(() => ({
      data: new Uint8Array(64 * 2 ** 20 + 1),
      message: { shape: [64 * 2 ** 20 + 1], dtype: "u8", offset: 0, scale: 1, binning: 1 },
    }));
    const { content, buffer } = await session.ask(id, request);
    expect(content).toMatchObject({
      type: "refusal",
      reason: "65 MB are more than the 64 MB of one message",
    });
    expect(buffer).toHaveLength(0);
  });

  test("a malformed message is refused without asking the figure", async () => {
    let asked = 0;
    const id = serve(() => ({ refusal: String(++asked) }));
    expect((await session.ask(id, { what: "image" })).content).toMatchObject({ type: "refusal", id: -1 });
    expect(asked).toBe(0);
  });
});
