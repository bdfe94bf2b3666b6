import { ButtonModel, type ButtonModelState } from "../generated/index.js";
import type { ControlOptions } from "../control.js";
import { Handlers } from "../handlers.js";
import { onEvent } from "./on-event.js";

/**
 * A button.
 *
 * @example
 * ```ts
 * const start = new Button({ description: "Refine", icon: "play" });
 * start.onClick(() => console.log("started"));
 * start
 * ```
 */
export class Button extends ButtonModel {
  private readonly clicks: Handlers<[]> = new Handlers();

  constructor(options: ControlOptions<ButtonModelState> = {}) {
    super(options);
    onEvent(this, "click", () => this.click());
  }

  /** Calls `handler` at each click. Returns the undo. */
  onClick(handler: () => void | Promise<void>): () => void {
    return this.clicks.add(() => void handler());
  }

  /** Does what a click does. */
  click(): void {
    this.clicks.call();
  }
}
