import { fields, flag, maybe, record, text, whole, word, type Schema } from "./schema.js";

/** Printed text. */
export interface Stream {
  readonly name: "stdout" | "stderr";
  readonly text: string;
}

export const stream: Schema<Stream> = fields<Stream>({ name: word("stdout", "stderr"), text });

const mime = /^[\w.+-]+\/[\w.+-]+$/;

/** A value in several forms: MIME type -> data. */
export const bundle: Schema<Readonly<Record<string, unknown>>> = (value, path) => {
  const problem = record(value, path);
  if (problem !== undefined) return problem;
  const bad = Object.keys(value as object).find((key) => !mime.test(key));
  return bad === undefined ? undefined : `${path}: ${JSON.stringify(bad)} is no MIME type`;
};

/** A display by its name, for later changes. */
export interface Named {
  readonly display_id: string;
}

/** Something shown below a cell. */
export interface DisplayData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient?: Partial<Named>;
}

const transient = maybe(fields<Partial<Named>>({ display_id: maybe(text) }));

export const displayData: Schema<DisplayData> = fields<DisplayData>({
  data: bundle,
  metadata: record,
  transient,
});

/** Takes the place of every display of the same name. */
export interface UpdateDisplayData extends DisplayData {
  readonly transient: Named;
}

export const updateDisplayData: Schema<UpdateDisplayData> = fields<UpdateDisplayData>({
  data: bundle,
  metadata: record,
  transient: fields<Named>({ display_id: text }),
});

/** The value of a cell. */
export interface ExecuteResult extends DisplayData {
  readonly execution_count: number;
}

export const executeResult: Schema<ExecuteResult> = fields<ExecuteResult>({
  data: bundle,
  metadata: record,
  transient,
  execution_count: whole,
});

/** The code that runs now, for every front end that listens. */
export interface ExecuteInput {
  readonly code: string;
  readonly execution_count: number;
}

export const executeInput: Schema<ExecuteInput> = fields<ExecuteInput>({
  code: text,
  execution_count: whole,
});

/** Empties a cell's output, now or when the next output comes. */
export interface ClearOutput {
  readonly wait: boolean;
}

export const clearOutput: Schema<ClearOutput> = fields<ClearOutput>({ wait: flag });

/** Says to a new subscriber that its subscription has arrived. */
export interface Welcome {
  readonly subscription: string;
}

export const welcome: Schema<Welcome> = fields<Welcome>({ subscription: text });

/** Asks the user for a line. */
export interface InputRequest {
  readonly prompt: string;
  readonly password: boolean;
}

export const inputRequest: Schema<InputRequest> = fields<InputRequest>({ prompt: text, password: flag });

/** The line. */
export interface InputReply {
  readonly value: string;
}

export const inputReply: Schema<InputReply> = fields<InputReply>({ value: text });
