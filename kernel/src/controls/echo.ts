import process from "node:process";
/** Words that switch something off in an environment variable. */
const off: readonly string[] = ["no", "n", "false", "off", "0", "0.0"];

/**
 * Whether a view's change is sent on to all views, as version 2.1 of the widget messages has it. `JUPYTER_WIDGETS_ECHO`
 * switches it off, as in ipywidgets, for front ends that do not know it.
 */
export function echoWanted(): boolean {
  const { JUPYTER_WIDGETS_ECHO: word = "on" } = process.env;
  return !off.includes(word.toLowerCase());
}
