import { ask } from "../support/run.mjs";
import { SetupError } from "../support/say.mjs";

/** The oldest Python that the pinned JupyterLab runs on. */
export const oldestPython = [3, 10];
const newestTried = 14;

const question =
  "import sys,json,importlib.util as u;" +
  "print(json.dumps([list(sys.version_info[:3]),sys.executable]+[u.find_spec(m) is not None for m in ('ensurepip','pip')]))";

/**
 * Finds a Python to make the private environment with: `VITRINE_PYTHON_BASE` if it is set, else the first on the PATH that is
 * new enough, one that can make environments by itself before one that needs help.
 * @returns {{ program: string, version: string, hasEnsurepip: boolean, hasPip: boolean }}
 * @throws SetupError when there is none
 */
export function findPython(env = process.env) {
  const asked = env.VITRINE_PYTHON_BASE;
  const found = (asked ? [[asked]] : candidates()).map((command) => lookAt(command, env)).filter(Boolean);
  const usable = found.filter(({ numbers }) => isNewEnough(numbers));
  const chosen =
    usable.find((python) => python.hasEnsurepip) ?? usable.find((python) => python.hasPip) ?? usable[0];
  if (!chosen) throw new SetupError(whyNoPython(asked, found));
  if (!chosen.hasEnsurepip && !chosen.hasPip) throw new SetupError(whyBare(chosen));
  return chosen;
}

function candidates() {
  if (process.platform === "win32") return [["py", "-3"], ["python"]];
  const numbered = [];
  for (let minor = newestTried; minor >= oldestPython[1]; minor--) numbered.push([`python3.${minor}`]);
  return [["python3"], ["python"], ...numbered];
}

function lookAt([program, ...args], env) {
  const answer = ask(program, [...args, "-c", question], { env });
  if (answer === undefined) return undefined;
  const [numbers, executable, hasEnsurepip, hasPip] = JSON.parse(answer);
  return { program: executable, version: numbers.join("."), numbers, hasEnsurepip, hasPip };
}

function isNewEnough([major, minor]) {
  return major === oldestPython[0] && minor >= oldestPython[1];
}

function whyNoPython(asked, found) {
  const oldest = oldestPython.join(".");
  if (asked && found.length === 0)
    return `VITRINE_PYTHON_BASE is ${asked}, which does not run: set it to a Python ${oldest} or newer, or unset it.`;
  const best = found[0];
  const got = best ? `Python ${best.version} (${best.program}) is too old` : "No Python was found";
  return `${got}: install Python ${oldest} or newer (or set VITRINE_PYTHON_BASE to one) and run this again.`;
}

function whyBare({ version, program }) {
  return `Python ${version} (${program}) cannot make environments: install its venv package (on Debian and Ubuntu: apt-get install python3-venv) and run this again.`;
}
