import { reply, type Reply } from "./outcome.js";
import { either, fields, flag, list, maybe, record, text, whole, word, type Schema } from "./schema.js";

/** A request without fields. */
export type Empty = Readonly<Record<string, unknown>>;

export const empty: Schema<Empty> = record;

/** What the kernel says of itself. */
export interface KernelInfo {
  readonly protocol_version: string;
  readonly implementation: string;
  readonly implementation_version: string;
  readonly language_info: LanguageInfo;
  readonly banner: string;
  readonly help_links: readonly { readonly text: string; readonly url: string }[];
  readonly debugger: boolean;
  readonly supported_features: readonly string[];
}

export interface LanguageInfo {
  readonly name: string;
  readonly version: string;
  readonly mimetype: string;
  readonly file_extension: string;
  readonly pygments_lexer?: string;
  readonly codemirror_mode?: string | Readonly<Record<string, unknown>>;
  readonly nbconvert_exporter?: string;
}

export const kernelInfoReply: Schema<Reply<KernelInfo>> = reply(
  fields<KernelInfo>({
    protocol_version: text,
    implementation: text,
    implementation_version: text,
    language_info: fields<LanguageInfo>({
      name: text,
      version: text,
      mimetype: text,
      file_extension: text,
      pygments_lexer: maybe(text),
      codemirror_mode: maybe(either(text, record)),
      nbconvert_exporter: maybe(text),
    }),
    banner: text,
    help_links: list(fields<{ readonly text: string; readonly url: string }>({ text, url: text })),
    debugger: flag,
    supported_features: list(text),
  }),
);

/** Ends the kernel; `restart` says that another will follow. */
export interface ShutdownRequest {
  readonly restart?: boolean;
}

export const shutdownRequest: Schema<ShutdownRequest> = fields<ShutdownRequest>({ restart: maybe(flag) });

export interface ShuttingDown {
  readonly restart: boolean;
}

export const shutdownReply: Schema<Reply<ShuttingDown>> = reply(fields<ShuttingDown>({ restart: flag }));

/** Says that what was asked for is done, and nothing more. */
export const doneReply: Schema<Reply<object>> = reply(record as Schema<object>);

/** The ports, for old clients that ask for them. */
export interface Ports {
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
}

export const connectReply: Schema<Reply<Ports>> = reply(
  fields<Ports>({
    shell_port: whole,
    iopub_port: whole,
    stdin_port: whole,
    control_port: whole,
    hb_port: whole,
  }),
);

/** What the kernel is doing. */
export interface Status {
  readonly execution_state: "starting" | "busy" | "idle";
}

export const status: Schema<Status> = fields<Status>({ execution_state: word("starting", "busy", "idle") });
