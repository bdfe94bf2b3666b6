import { expect, test } from "vitest";
import { historyPlace } from "../../../kernel/src/front/history-place.js";

const home = { HOME: "/home/u" };
const file = "vitrine/history.jsonl";

test.each([
  ["off", { ...home, VITRINE_HISTORY: "off" }, "linux", undefined],
  ["a file of one's own", { ...home, VITRINE_HISTORY: "/h.jsonl" }, "linux", "/h.jsonl"],
  ["Jupyter's own word", { ...home, JUPYTER_DATA_DIR: "/d", XDG_DATA_HOME: "/x" }, "linux", `/d/${file}`],
  ["the desktop's word", { ...home, XDG_DATA_HOME: "/x" }, "linux", `/x/jupyter/${file}`],
  ["nothing said", home, "linux", `/home/u/.local/share/jupyter/${file}`],
  ["nothing said on a Mac", home, "darwin", `/home/u/Library/Jupyter/${file}`],
  ["nothing said on Windows", { APPDATA: "/roaming" }, "win32", `/roaming/jupyter/${file}`],
] as const)("%s", (_what, env, platform, expected) => {
  expect(historyPlace(env, platform)).toBe(expected);
});
