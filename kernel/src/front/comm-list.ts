import type { CommName } from "../messages/index.js";

/**
 * The comms that are open, as the front door learns of them from the messages that pass it in either direction.
 * So a front end that was reloaded can ask for them while a cell keeps the session's thread.
 */
export class CommList {
  private readonly targets = new Map<string, string>();

  /** Notes a comm message, whoever sent it. */
  note(type: string, content: Readonly<Record<string, unknown>>): void {
    const id = String(content["comm_id"]);
    if (type === ("comm_open" satisfies CommName)) this.targets.set(id, String(content["target_name"]));
    else if (type === ("comm_close" satisfies CommName)) this.targets.delete(id);
  }

  /** Open comms by their ids; of one target where one is named. */
  list(target?: string): Record<string, { readonly target_name: string }> {
    const chosen = [...this.targets].filter(([, name]) => target === undefined || name === target);
    return Object.fromEntries(chosen.map(([id, name]) => [id, { target_name: name }]));
  }
}
