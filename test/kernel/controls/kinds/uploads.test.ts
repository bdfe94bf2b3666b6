import { expect, test } from "vitest";
import { FileUpload } from "../../../../kernel/src/controls/index.js";
import { uploads } from "../../../../kernel/src/controls/kinds/uploads.js";
import { echo, update } from "../models.js";
import { useRecorder } from "../recorder.js";

const front = useRecorder();
const wire = { name: "particles.star", type: "", size: 3, last_modified: 1_700_000_000_000 };
const read = {
  name: "particles.star",
  type: "",
  size: 3,
  lastModified: new Date(1_700_000_000_000),
  content: new Uint8Array([1, 2, 3]),
};

test("chosen files come with name, size, date and bytes, and are not sent back", () => {
  const upload = new FileUpload({ multiple: true });
  front.current.take();
  const paths = [["value", 0, "content"]];
  front.current.say(upload.id, update({ value: [wire], error: "" }, paths), [read.content]);
  expect(upload.value).toEqual([read]);
  expect(front.current.take()).toEqual([echo({ error: "" })]);
});

test("an empty file has no bytes", () => {
  const upload = new FileUpload();
  front.current.say(upload.id, update({ value: [{ ...wire, size: 0 }] }));
  expect(upload.value[0]?.content).toEqual(new Uint8Array(0));
});

test("a reloaded page gets the files again, and [] forgets them", () => {
  const upload = new FileUpload({ value: [read] });
  expect(front.current.sent.at(-1)!.buffers).toEqual([read.content]);
  front.current.take();
  upload.value = [];
  expect(front.current.take()).toEqual([update({ value: [] })]);
});

test("something else is refused", () => {
  expect(() => new FileUpload({ value: [{ name: "a" }] as never })).toThrow("FileUpload.value: got");
  expect(uploads().echoed).toBe(false);
});
