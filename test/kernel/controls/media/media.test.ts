import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Audio, Image, Video } from "../../../../kernel/src/controls/index.js";
import { sourceFromFile } from "../../../../kernel/src/controls/media/source.js";
import { useRecorder } from "../recorder.js";

const front = useRecorder();
const bytes = new Uint8Array([137, 80, 78, 71]);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "media-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

test("a picture of bytes travels beside the state", () => {
  const image = new Image({ value: bytes, format: "png", width: "100" });
  const { content, buffers } = front.current.sent.at(-1)!;
  expect(buffers).toEqual([bytes]);
  expect(content["data"]).toMatchObject({
    buffer_paths: [["value"]],
    state: { format: "png", width: "100" },
  });
  expect(String(image)).toBe('Image(value=4 bytes, width="100")');
});

test.each([
  ["a.png", "png"],
  ["a.JPG", "jpeg"],
  ["a.svg", "svg+xml"],
  ["a.b.mp4", "mp4"],
  ["none", ""],
])("the ending of %s says that it is %s", async (name, format) => {
  const path = await file(name);
  expect(await sourceFromFile(path)).toEqual({ value: Buffer.from(bytes), format });
  expect((await sourceFromFile(pathToFileURL(path))).format).toBe(format);
});

test.each([
  ["Image", Image, "png"],
  ["Audio", Audio, "mp3"],
  ["Video", Video, "mp4"],
] as const)("%s shows a file or an address", async (_, Class, ending) => {
  const made = await Class.fromFile(await file(`x.${ending}`), { layout: { width: "50%" } });
  expect(made).toBeInstanceOf(Class);
  expect([Buffer.from(made.value as Uint8Array), made.format]).toEqual([Buffer.from(bytes), ending]);
  expect(made.layout.width).toBe("50%");
  expect((await Class.fromFile(await file("x.bin"), { format: "other" })).format).toBe("other");
  const remote = Class.fromUrl("https://example.org/x");
  expect([new TextDecoder().decode(remote.value as Uint8Array), remote.format]).toEqual([
    "https://example.org/x",
    "url",
  ]);
});

test("a file that is not there is an error that names it", async () => {
  await expect(Image.fromFile(join(folder, "gone.png"))).rejects.toThrow("gone.png");
});
