import { reply, type Reply } from "./outcome.js";
import { fields, list, text, type Schema } from "./schema.js";

/** Names a subshell: a second queue of cells beside the main one. */
export interface SubshellName {
  readonly subshell_id: string;
}

const subshellName: Schema<SubshellName> = fields<SubshellName>({ subshell_id: text });

export const deleteSubshellRequest: Schema<SubshellName> = subshellName;

/** The subshell that was made. */
export const createSubshellReply: Schema<Reply<SubshellName>> = reply(subshellName);

/** All subshells; the protocol's field is in the singular. */
export interface SubshellNames {
  readonly subshell_id: readonly string[];
}

export const listSubshellReply: Schema<Reply<SubshellNames>> = reply(
  fields<SubshellNames>({ subshell_id: list(text) }),
);
