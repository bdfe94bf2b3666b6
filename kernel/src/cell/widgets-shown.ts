/** A front end that shows widgets asks over this target for those that are there, when it connects. */
const controlTarget = "jupyter.widget.control";
let shown = false;

/** Notes to which target a front end has opened a comm. */
export function noteTarget(target: string): void {
  shown ||= target === controlTarget;
}

/** Whether a front end that shows widgets has been seen in this session. */
export function widgetsAreShown(): boolean {
  return shown;
}
