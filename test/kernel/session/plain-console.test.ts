import { expect, test, vi } from "vitest";
import { plainConsole } from "../../../kernel/src/session/plain-console.js";

test("a plain console prints to the process's streams, whatever its methods did before", () => {
  const told = vi.fn();
  const target: Partial<Console> = { log: told, error: told };
  plainConsole(target);
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  target.group?.("shells");
  target.log?.("%d of %s", 2, { length: 3 });
  target.groupEnd?.();
  target.error?.("end");
  for (const spy of spies) spy.mockRestore();
  expect(printed).toEqual({ stdout: "shells\n  2 of { length: 3 }\n", stderr: "end\n" });
  expect(told).not.toHaveBeenCalled();
});
