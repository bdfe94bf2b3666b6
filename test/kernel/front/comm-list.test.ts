import { expect, test } from "vitest";
import { CommList } from "../../../kernel/src/front/comm-list.js";

test("what was opened and not closed is listed, of one target or of all", () => {
  const comms = new CommList();
  comms.note("comm_open", { comm_id: "a", target_name: "slider" });
  comms.note("comm_open", { comm_id: "b", target_name: "view" });
  comms.note("comm_open", { comm_id: "__proto__", target_name: "view" });
  comms.note("comm_msg", { comm_id: "c" });
  comms.note("display_data", { comm_id: "d", target_name: "none" });
  expect(Object.keys(comms.list())).toEqual(["a", "b", "__proto__"]);
  expect(comms.list("slider")).toEqual({ a: { target_name: "slider" } });
  comms.note("comm_close", { comm_id: "a" });
  comms.note("comm_close", { comm_id: "never" });
  expect(comms.list("slider")).toEqual({});
});
