import { ComboboxModel, PasswordModel, TextModel } from "../generated/index.js";
import { onEvent } from "./on-event.js";

/** Called with the text of a field. */
type Submitted = (text: string) => void | Promise<void>;

/** A field for a line of text. */
export class Text extends TextModel {
  /** Calls `handler` with the text when the user presses Enter. Returns the undo. */
  onSubmit(handler: Submitted): () => void {
    return onEvent(this, "submit", () => void handler(this.value));
  }
}

/** A field for text that is not shown. */
export class Password extends PasswordModel {
  /** Calls `handler` with the text when the user presses Enter. Returns the undo. */
  onSubmit(handler: Submitted): () => void {
    return onEvent(this, "submit", () => void handler(this.value));
  }
}

/** A field for text with proposals, which are its `options`. */
export class Combobox extends ComboboxModel {
  /** Calls `handler` with the text when the user presses Enter. Returns the undo. */
  onSubmit(handler: Submitted): () => void {
    return onEvent(this, "submit", () => void handler(this.value));
  }
}
