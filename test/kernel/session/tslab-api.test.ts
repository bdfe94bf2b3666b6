import { afterEach, beforeEach, expect, test } from "vitest";
import { setCellHost } from "../../../kernel/src/cell/index.js";
import { createTslabApi, tslabVersion } from "../../../kernel/src/session/tslab-api.js";
import { recorder, type Recorder } from "../../support/recorder.js";

let host: Recorder;
let back: () => void;
beforeEach(() => {
  host = recorder();
  back = setCellHost(host);
});
afterEach(() => back());

const { display, newDisplay, versions } = createTslabApi("5.0.4");
const sent = (): (readonly unknown[])[] => host.sent.map(({ type, content }) => [type, content["data"]]);
const ids = (): unknown[] =>
  host.sent.map(({ content }) => (content["transient"] as { readonly display_id: string }).display_id);

test("every kind has its MIME type; bytes go out as base64", () => {
  display.html("<b>b</b>");
  display.png(new Uint8Array([9, 137, 80, 9]).subarray(1, 3));
  display.raw("application/x-own", Buffer.from("ab"));
  display.raw("application/x-own", "ab");
  expect(sent()).toEqual([
    ["display_data", { "text/html": "<b>b</b>" }],
    ["display_data", { "image/png": "iVA=" }],
    ["display_data", { "application/x-own": "YWI=" }],
    ["display_data", { "application/x-own": "ab" }],
  ]);
  expect(new Set(ids()).size).toBe(4);
});

test("a display of its own is shown once, then replaced", () => {
  const [one, two] = [newDisplay(), newDisplay()];
  one.text("1");
  two.text("2");
  one.svg("<svg/>");
  expect(sent().map(([type]) => type)).toEqual(["display_data", "display_data", "update_display_data"]);
  expect(ids()[2]).toBe(ids()[0]);
  expect(ids()[1]).not.toBe(ids()[0]);
});

test("the versions", () => {
  expect(versions).toEqual({ tslab: tslabVersion, typescript: "5.0.4", node: process.version });
});
