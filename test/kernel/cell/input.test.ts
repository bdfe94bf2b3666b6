import { expect, test } from "vitest";
import { input, setCellHost } from "../../../kernel/src/cell/index.js";
import { recorder } from "../../support/recorder.js";

test("a question goes to the host, hidden when it asks for a password", () => {
  const host = recorder();
  const back = setCellHost(host);
  host.answer = "42";
  expect(input("How many? ")).toBe("42");
  input("Password: ", { password: true });
  input();
  expect(host.asked).toEqual([
    { prompt: "How many? ", password: false },
    { prompt: "Password: ", password: true },
    { prompt: "", password: false },
  ]);
  back();
  expect(() => input("?")).toThrow("no notebook session");
});
