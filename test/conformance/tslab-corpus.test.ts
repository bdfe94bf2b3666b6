import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KernelClient, type ClientOptions } from "../support/kernel-client.js";
import { temporaryFolder } from "../support/temporary.js";
import type { Aspect, Case } from "./tslab-corpus/case.js";
import { converterCases } from "./tslab-corpus/converter.js";
import { executorCases } from "./tslab-corpus/executor.js";
import { writeFiles } from "./tslab-corpus/files.js";
import { javascriptCases } from "./tslab-corpus/javascript.js";
import { completeCases, inspectCases, isCompleteCases } from "./tslab-corpus/language.js";
import { moduleCases } from "./tslab-corpus/modules.js";
import { nodeCases } from "./tslab-corpus/node.js";
import { named, observe, type Observed } from "./tslab-corpus/observe.js";
import { refusedCases } from "./tslab-corpus/refused.js";

let here: KernelClient;
let tslab: KernelClient;
beforeAll(async () => {
  const started = (options: ClientOptions): Promise<KernelClient> => {
    const cwd = temporaryFolder();
    writeFiles(cwd);
    return KernelClient.start({ ...options, cwd });
  };
  [here, tslab] = await Promise.all([started({ check: "off" }), started({ engine: "tslab" })]);
});
afterAll(() => Promise.all([here.stop(), tslab.stop()]));

/** In what two engines differ: aspect -> what each made of it. */
function differences(ours: Observed, theirs: Observed): Readonly<Partial<Record<Aspect, unknown>>> {
  const aspects = (Object.keys(ours) as Aspect[]).filter(
    (aspect) => !isDeepStrictEqual(ours[aspect], theirs[aspect]),
  );
  return Object.fromEntries(aspects.map((aspect) => [aspect, { here: ours[aspect], tslab: theirs[aspect] }]));
}

/** Differences without an explanation, and explanations without a difference. */
function unexplained(found: Readonly<Partial<Record<Aspect, unknown>>>, { differs = {} }: Case): unknown {
  const open = Object.entries(found).filter(([aspect]) => differs[aspect as Aspect] === undefined);
  const stale = Object.keys(differs).filter((aspect) => found[aspect as Aspect] === undefined);
  return { unexplained: Object.fromEntries(open), "no longer differs": stale };
}

const all = [
  converterCases,
  refusedCases,
  executorCases,
  moduleCases,
  javascriptCases,
  nodeCases,
  completeCases,
  inspectCases,
  isCompleteCases,
].flat();

describe("tslab and the engine of this kernel agree, or it is said why not", () => {
  test.each(all.map((one, number) => named(one, number)).map((one) => [one.name, one] as const))(
    "%s",
    async (_name, one) => {
      const [ours, theirs] = await Promise.all([observe(here, one), observe(tslab, one)]);
      expect(unexplained(differences(ours, theirs), one)).toEqual({
        unexplained: {},
        "no longer differs": [],
      });
    },
  );
});

test("names of cases, and names in them, are their own", () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(named({ name: "n", cells: ["a_ + _b + c_d + e_(größe_)"] }, 7).cells).toEqual([
    "a7 + _b + c_d + e7(größe7)",
  ]);
});
