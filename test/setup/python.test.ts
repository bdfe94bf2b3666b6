import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plantProgram, setupModule } from "../support/workspace.js";

interface Found {
  program: string;
  version: string;
  hasEnsurepip: boolean;
  hasPip: boolean;
}
const { findPython } = await setupModule<{ findPython(env: NodeJS.ProcessEnv): Found }>("steps/python.mjs");
const { checkNode } = await setupModule<{ checkNode(version?: string): void }>("steps/node.mjs");

const folder = temporaryFolder();
let made = 0;

/** A PATH on which only these Pythons are: name -> version, has ensurepip, has pip. */
function pathWith(
  pythons: Readonly<Record<string, readonly [version: string, ensurepip: boolean, pip: boolean]>>,
): {
  PATH: string;
} {
  const PATH = join(folder, String(made++));
  for (const [name, [version, ensurepip, pip]] of Object.entries(pythons)) {
    const answer = JSON.stringify([version.split(".").map(Number), `/at/${name}`, ensurepip, pip]);
    plantProgram(PATH, name, `echo '${answer}'`);
  }
  return { PATH };
}

test("takes the first Python that is new enough", () => {
  const found = findPython(
    pathWith({ python3: ["3.9.2", true, true], "python3.12": ["3.12.1", true, true] }),
  );
  expect(found).toMatchObject({ program: "/at/python3.12", version: "3.12.1" });
});

test("prefers one that makes environments by itself", () => {
  const found = findPython(
    pathWith({ python3: ["3.11.2", false, true], "python3.10": ["3.10.0", true, true] }),
  );
  expect(found.program).toBe("/at/python3.10");
  const lone = findPython(pathWith({ python3: ["3.11.2", false, true] }));
  expect(lone).toMatchObject({ program: "/at/python3", hasEnsurepip: false, hasPip: true });
});

test("says in one sentence what to install", () => {
  expect(() => findPython(pathWith({}))).toThrow(
    "No Python was found: install Python 3.10 or newer (or set VITRINE_PYTHON_BASE to one) and run this again.",
  );
  expect(() => findPython(pathWith({ python3: ["3.9.2", true, true] }))).toThrow(
    /^Python 3\.9\.2 \(\/at\/python3\) is too old: install Python 3\.10/,
  );
  expect(() => findPython(pathWith({ python3: ["2.7.18", true, true] }))).toThrow(/is too old/);
  expect(() => findPython(pathWith({ python3: ["3.11.2", false, false] }))).toThrow(
    /apt-get install python3-venv/,
  );
});

test("a Python that the user names is the only one looked at", () => {
  const env = pathWith({ python3: ["3.11.2", true, true], mine: ["3.13.0", true, true] });
  expect(findPython({ ...env, VITRINE_PYTHON_BASE: join(env.PATH, "mine") }).program).toBe("/at/mine");
  expect(() => findPython({ ...env, VITRINE_PYTHON_BASE: join(env.PATH, "none") })).toThrow(/does not run/);
});

test.each(["20.12.0", "20.20.2", "22.0.0", "100.1.0"])("Node %s will do", (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

test.each(["18.20.0", "20.11.1", "0.12.0"])("Node %s is refused with the cure", (version) => {
  expect(() => checkNode(version)).toThrow(
    `Node ${version} is too old: install Node 20.12 or newer from nodejs.org and run this again.`,
  );
});
