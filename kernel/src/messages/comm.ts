import { reply, type Reply } from "./outcome.js";
import { fields, maybe, record, table, text, type Schema } from "./schema.js";

/** Opens a comm to a target that the other side has registered. */
export interface CommOpen {
  readonly comm_id: string;
  readonly target_name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const commOpen: Schema<CommOpen> = fields<CommOpen>({
  comm_id: text,
  target_name: text,
  data: record,
});

/** Says something over an open comm. */
export interface CommSaid {
  readonly comm_id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const commMsg: Schema<CommSaid> = fields<CommSaid>({ comm_id: text, data: record });

/** Closes a comm. */
export interface CommClose {
  readonly comm_id: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export const commClose: Schema<CommClose> = fields<CommClose>({ comm_id: text, data: maybe(record) });

/** Asks which comms are open, all of them or one target's. */
export interface CommInfoRequest {
  readonly target_name?: string;
}

export const commInfoRequest: Schema<CommInfoRequest> = fields<CommInfoRequest>({ target_name: maybe(text) });

export interface CommInfo {
  readonly comms: Readonly<Record<string, { readonly target_name: string }>>;
}

export const commInfoReply: Schema<Reply<CommInfo>> = reply(
  fields<CommInfo>({ comms: table(fields<{ readonly target_name: string }>({ target_name: text })) }),
);
