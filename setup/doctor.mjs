import { findings } from "./commands/findings.mjs";
import { workspace } from "./support/paths.mjs";
import { main, say } from "./support/say.mjs";

/** `later`: set-up makes it; `optional`: more would be possible with it. */
const marks = { good: "ok      ", later: "not yet ", optional: "optional", missing: "MISSING " };

/** Says what is there and what to do about what is missing; the exit code is 1 only when something required is missing. */
await main(async () => {
  const all = await findings(workspace);
  const width = Math.max(...all.map(({ what }) => what.length));
  for (const { what, state, found, cure } of all) {
    say(`${marks[state]}  ${what.padEnd(width)}  ${found}`);
    if (cure) say(`${" ".repeat(width + 10)}${cure}`);
  }
  const missing = all.filter(({ state }) => state === "missing");
  say(
    missing.length === 0
      ? "nothing that is required is missing"
      : `missing: ${missing.map(({ what }) => what).join(", ")}`,
  );
  return missing.length === 0 ? 0 : 1;
});
