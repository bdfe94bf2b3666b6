import { homedir } from "node:os";
import { join } from "node:path";

/** Environment variable that says where history is kept: a file, or `off` for nowhere. */
export const historyVariable = "VITRINE_HISTORY";

/** The file for history: the one that the environment names, else one in Jupyter's data folder; none where it is off. */
export function historyPlace(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const told = env[historyVariable];
  if (told === "off") return undefined;
  return told || join(dataFolder(env, platform), "vitrine", "history.jsonl");
}

/** Where Jupyter keeps a user's data, by its own rules. */
function dataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const told = env["JUPYTER_DATA_DIR"];
  if (told) return told;
  const home = env["HOME"] || homedir();
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env["APPDATA"] || join(home, "AppData", "Roaming"), "jupyter");
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "jupyter");
}
